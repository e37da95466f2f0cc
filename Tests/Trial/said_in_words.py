"""What the schemas of the document can't say, and its words do."""

# These say that a request is not as its schema has it: whoever keeps to the schema never gets them.
# (`malformed_form` is none of them: a list that is drawn for a field nobody knows comes as a field twice.)
ABOUT_FORM = {"malformed_json", "bad_target", "bad_idempotency_key", "unsupported_media_type", "body_too_large"}

# Rules about what one value says of another, of the time, or of what is there.
RULES = {"start_in_past", "date_in_past", "bad_order", "overlap", "too_common", "required"}

# Rules about one value that no keyword can say, by the member's name.
RULES_OF_MEMBERS = {
    # Passwords are counted in bytes.
    ("password", "too_short"), ("password", "too_long"), ("new_password", "too_short"), ("new_password", "too_long"),
    ("old_password", "too_long"),
    # So far ahead nobody plans.
    ("schedule", "too_large"), ("start_time", "too_large"), ("event_date", "too_large"), ("event_end", "too_large"),
    ("slot", "too_large"),
    # Intervals end.
    ("end_time", "too_large"), ("to", "too_large"),
    ("event_capacity", "not_allowed"),
    # Base64 has more to it than its characters.
    ("secret", "bad_format"),
    # Where nobody may be called, and what is no address.
    ("url", "bad_format"), ("url", "not_allowed"), ("url", "unknown_host"),
}


def is_said_in_words(problem, body):
    if problem["code"] != "invalid_request":
        return problem["code"] not in ABOUT_FORM
    return all(is_rule(fault, body) for fault in problem["errors"])


def is_rule(fault, body):
    name = fault["field"].rpartition(".")[2]
    return (fault["code"] in RULES or (name, fault["code"]) in RULES_OF_MEMBERS or is_blank(fault, body)
            or "NUL" in fault["detail"])


def is_blank(fault, body):
    """White space around a text does not count, which `minLength` can't say."""
    value = body.get(fault["field"]) if isinstance(body, dict) else None
    return fault["code"] == "too_short" and isinstance(value, str) and not value.strip()
