#include "CPages.h"

// As in CMigrations.c.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char explorer_html[] = {
#embed "../../pages/explorer.html"
};

static const unsigned char reading_html[] = {
#embed "../../pages/reading.html"
};

static const unsigned char landing_html[] = {
#embed "../../pages/landing.html"
};

static const unsigned char roost_svg[] = {
#embed "../../pages/roost.svg"
};

static const unsigned char common_css[] = {
#embed "../../pages/common.css"
};

static const unsigned char explorer_css[] = {
#embed "../../pages/explorer.css"
};

static const unsigned char reading_css[] = {
#embed "../../pages/reading.css"
};

static const unsigned char landing_css[] = {
#embed "../../pages/landing.css"
};

static const unsigned char explorer_js[] = {
#embed "../../pages/explorer/explorer.js"
};

static const unsigned char account_js[] = {
#embed "../../pages/explorer/account.js"
};

static const unsigned char code_js[] = {
#embed "../../pages/explorer/code.js"
};

static const unsigned char dom_js[] = {
#embed "../../pages/explorer/dom.js"
};

static const unsigned char json_js[] = {
#embed "../../pages/explorer/json.js"
};

static const unsigned char operation_js[] = {
#embed "../../pages/explorer/operation.js"
};

static const unsigned char schema_js[] = {
#embed "../../pages/explorer/schema.js"
};

static const unsigned char spec_js[] = {
#embed "../../pages/explorer/spec.js"
};

static const unsigned char try_js[] = {
#embed "../../pages/explorer/try.js"
};

static const unsigned char reading_js[] = {
#embed "../../pages/reading/reading.js"
};

static const unsigned char guide_html[] = {
#embed "../../pages/guide.html"
};

static const unsigned char guide_css[] = {
#embed "../../pages/guide.css"
};

static const unsigned char guide_js[] = {
#embed "../../pages/guide/guide.js"
};

static const struct cpage all[] = {
    {"explorer.html", explorer_html, sizeof explorer_html},
    {"reading.html", reading_html, sizeof reading_html},
    {"landing.html", landing_html, sizeof landing_html},
    {"roost.svg", roost_svg, sizeof roost_svg},
    {"common.css", common_css, sizeof common_css},
    {"explorer.css", explorer_css, sizeof explorer_css},
    {"reading.css", reading_css, sizeof reading_css},
    {"landing.css", landing_css, sizeof landing_css},
    {"explorer.js", explorer_js, sizeof explorer_js},
    {"account.js", account_js, sizeof account_js},
    {"code.js", code_js, sizeof code_js},
    {"dom.js", dom_js, sizeof dom_js},
    {"json.js", json_js, sizeof json_js},
    {"operation.js", operation_js, sizeof operation_js},
    {"schema.js", schema_js, sizeof schema_js},
    {"spec.js", spec_js, sizeof spec_js},
    {"try.js", try_js, sizeof try_js},
    {"reading.js", reading_js, sizeof reading_js},
    {"guide.html", guide_html, sizeof guide_html},
    {"guide.css", guide_css, sizeof guide_css},
    {"guide.js", guide_js, sizeof guide_js},
};

const struct cpage *cpages(void) {
    return all;
}

size_t cpages_count(void) {
    return sizeof all / sizeof *all;
}
