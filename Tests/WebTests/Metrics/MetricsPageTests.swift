import HTTP
import Testing

@testable import Web

@Suite("Metrics")
struct MetricsPageTests {
    func page(_ metrics: Metric...) throws -> PrometheusText {
        try #require(PrometheusText(MetricsPage(metrics).render()))
    }

    @Test("A gauge is read when the page is asked for")
    func gauge() throws {
        let tally = Tally()
        let metric = Metric.gauge("roost_in_flight", "Requests now.") { Double(tally.value) }
        tally.add(3)
        let page = try page(metric)
        #expect(page.value("roost_in_flight") == 3)
        #expect(page.types["roost_in_flight"] == "gauge")
        #expect(page.helps["roost_in_flight"] == "Requests now.")
    }

    @Test("Labels and help are escaped")
    func escapes() throws {
        let metric = Metric(.counter, "odd", "a\\b\nc") {
            [Sample([("label", "quote \" slash \\ line \n")], 1)]
        }
        let page = try page(metric)
        #expect(page.value("odd", ["label": "quote \" slash \\ line \n"]) == 1)
        #expect(page.helps["odd"] == #"a\\b\nc"#)
    }

    @Test("Numbers are written as Prometheus reads them")
    func numbers() {
        #expect(MetricsPage.text(3) == "3")
        #expect(MetricsPage.text(0.005) == "0.005")
        #expect(MetricsPage.text(.infinity) == "+Inf")
        #expect(MetricsPage.text(-.infinity) == "-Inf")
        #expect(MetricsPage.text(.nan) == "NaN")
    }

    @Test("A metric without samples has no lines")
    func empty() throws {
        #expect(MetricsPage([Metric(.counter, "none", "None.") { [] }]).render().isEmpty)
    }

    @Test("Durations are counted by route and class of status, each bucket with those below it")
    func durations() throws {
        let routes = [Route.stub(.get, "/a", number: 0), Route.stub(.post, "/b/{id}", number: 1)]
        let durations = RequestDurations(routes)
        durations.observe(routes[1], .created, nanoseconds: 500_000)
        durations.observe(routes[1], .created, nanoseconds: 500_001)
        durations.observe(routes[1], .created, nanoseconds: 60_000_000_000)
        let page = try page(durations.metric)
        let labels = ["method": "POST", "route": "/b/{id}", "status": "2xx"]
        let name = "roost_http_request_duration_seconds"
        #expect(page.types[name] == "histogram")
        func bucket(_ bound: String) -> Double? {
            page.value(name + "_bucket", labels.merging(["le": bound]) { $1 })
        }
        #expect(bucket("0.0005") == 1)
        #expect(bucket("0.001") == 2)
        #expect(bucket("10") == 2)
        #expect(bucket("+Inf") == 3)
        #expect(page.value(name + "_count", labels) == 3)
        #expect(page.value(name + "_sum", labels) == 60.001000001)
        #expect(!page.samples.contains { $0.labels["route"] == "/a" })
    }

    @Test("What no route answered has a row of its own, and a number out of the table is no trap")
    func unmatched() throws {
        let durations = RequestDurations([Route.stub(.get, "/a")])
        durations.observe(nil, .notFound, nanoseconds: 1)
        durations.observe(Route.stub(.get, "/x", number: 99), Status(999), nanoseconds: 1)
        durations.observe(Route.stub(.get, "/x", number: -1), Status(0), nanoseconds: 1)
        let page = try page(durations.metric)
        let name = "roost_http_request_duration_seconds_count"
        for status in ["4xx", "5xx", "1xx"] {
            #expect(
                page.value(name, ["method": "", "route": "unmatched", "status": status]) == 1)
        }
    }
}
