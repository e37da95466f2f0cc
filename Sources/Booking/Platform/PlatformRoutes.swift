import HTTP
import JSON
import Web

extension Area {
    static let platform = Area("Platform", "How the server is, for operators and probes.")
}

extension Platform {
    /// Probes are never limited and never tagged: each answer is new, and a balancer that asks often
    /// must not be told that the server is ill.
    private static let probe = RouteOptions(limit: .none, isTagged: false)

    package var routes: [Route] {
        [landing, health("/health"), health("/api/v1/health"), live, ready, metricsRoute]
    }

    private var landing: Route {
        Route(
            .get, "/", "Names the server and where to go on", in: .platform, access: .everyone,
            takes: Takes.nothing,
            gives: .response(
                "application/json", "text/html", about: "The server; a page, for browsers",
                schema: Landing.answer.document)
        ) { call in
            var response =
                AcceptedTypes(call.request.fields).prefersHTML
                ? try await PageAssets.page("landing").response(to: call.request)
                : Response(
                    .ok, .json, body: .bytes(Landing.answer.bytes(of: Landing(version: version))))
            response.fields.append(.vary, "Accept")
            return response
        }
    }

    private func health(_ path: String) -> Route {
        Route(
            .get, path, "Tells whether the server and its parts are well", in: .platform,
            access: .everyone, takes: Takes.nothing,
            gives: .json(
                Health.answer,
                statuses: [(.ok, "All is well"), (.serviceUnavailable, "A part does not answer")],
                status: { $0.report.isHealthy ? .ok : .serviceUnavailable }),
            options: Platform.probe
        ) { _ in health() }
    }

    private var live: Route {
        Route(
            .get, "/health/live", "Tells that the process answers", in: .platform,
            access: .everyone, takes: Takes.nothing, gives: .ok(Liveness.answer, about: "Alive"),
            options: Platform.probe
        ) { _ in Liveness() }
    }

    private var ready: Route {
        Route(
            .get, "/health/ready", "Tells whether the server takes requests", in: .platform,
            access: .everyone, takes: Takes.nothing,
            gives: .json(
                Readiness.Stage.answer,
                statuses: [(.ok, "Ready"), (.serviceUnavailable, "Not now")],
                status: { $0 == .ready ? .ok : .serviceUnavailable }),
            options: Platform.probe
        ) { _ in readiness.stage() }
    }

    private var metricsRoute: Route {
        Route(
            .get, "/metrics", "Gives the metrics in Prometheus' text format", in: .platform,
            access: .token(metricsToken), takes: Takes.nothing,
            gives: .response("text/plain", about: "The metrics"), options: Platform.probe
        ) { _ in
            Response(
                .ok, ResponseFields([.contentType: MetricsPage.contentType]),
                body: .bytes(metrics.render()))
        }
    }
}
