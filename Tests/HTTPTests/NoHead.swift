/// A stream gave something else where a test needs a head.
struct NoHead: Error {}
