const S2 = (sign: string) => sign.repeat(40);

const GRAVEL_DOI = "10.5555/gravel.1";

/** An invented paper as the Semantic Scholar Graph API gives it. */
export const S2_PAPER = {
  paperId: S2("a"),
  externalIds: { DOI: "10.5555/GRAVEL.1", ArXiv: "2101.00001", PubMed: 77, DBLP: "x/Berg21", CorpusId: 5 },
  title: "Gravel slows wheels by H<sub>2</sub>O &amp; sand",
  abstract: "We roll $n^2$ wheels.",
  tldr: { model: "tldr@v2.0.0", text: "Gravel slows wheels." },
  venue: "The Reader of Wheels",
  publicationVenue: null,
  journal: { name: "Journal of Wheels", volume: "7" },
  year: 2021,
  publicationDate: "2021-04-07",
  fieldsOfStudy: ["Engineering"],
  s2FieldsOfStudy: [{ category: "Engineering", source: "external" }, { category: "Physics" }],
  citationCount: 3,
  authors: [
    { authorId: "1", name: "Anna van der Berg" },
    { authorId: null, name: "B. Mårtensson" },
  ],
};

/** A page of its citations: one with everything, one with labels and no sentence, one with neither, one of nothing. */
export const S2_CITATIONS = {
  offset: 0,
  next: 4,
  data: [
    {
      isInfluential: true,
      intents: ["methodology", "background", "praise"],
      contexts: ["We roll as in [4].", "Gravel is rough [4, 5]."],
      contextsWithIntent: [
        { context: "We roll as in [4].", intents: ["methodology"] },
        { context: "Gravel is rough [4, 5].", intents: ["background"] },
      ],
      citingPaper: { paperId: S2("b"), title: "Painted wheels", authors: [], year: 2022 },
    },
    {
      isInfluential: false,
      intents: ["result"],
      contexts: [],
      citingPaper: { paperId: S2("c"), title: "Introduction" },
    },
    { contexts: [], intents: [], citingPaper: { paperId: null, title: "Introduction" } },
    { contexts: [], intents: [], citingPaper: { paperId: null, title: "Introduction" } },
    { contexts: [], intents: [], citingPaper: { paperId: null, title: null } },
    { citingPaper: null },
  ],
};

export const OPENALEX_WORK = {
  id: "https://openalex.org/W100",
  doi: "https://doi.org/10.5555/gravel.1",
  title: "Gravel slows wheels",
  display_name: "Gravel slows wheels",
  publication_year: 2021,
  publication_date: "2021-04-07",
  ids: { openalex: "https://openalex.org/W100", pmid: "https://pubmed.ncbi.nlm.nih.gov/77" },
  primary_location: {
    landing_page_url: "https://doi.org/10.5555/gravel.1",
    source: { display_name: "Journal of Wheels" },
  },
  locations: [{ landing_page_url: "http://arxiv.org/abs/2101.00001", source: null }],
  authorships: [
    {
      raw_author_name: "Anna van der Berg",
      author: { display_name: "Anna v. d. Berg", orcid: "https://orcid.org/0000-0002-1825-0097" },
    },
    { raw_author_name: "BJÖRN MÅRTENSSON", author: { display_name: "Björn Mårtensson", orcid: null } },
  ],
  cited_by_count: 3,
  is_retracted: true,
  topics: [{ field: { display_name: "Engineering" } }, { field: { display_name: "Engineering" } }],
  abstract_inverted_index: { wheels: [2], We: [0], roll: [1], all: [4], "round.": [5], twelve: [3] },
  referenced_works: ["https://openalex.org/W7", "https://openalex.org/W8"],
};

export const CROSSREF_WORK = {
  indexed: { "date-parts": [[2022, 1, 2]] },
  DOI: GRAVEL_DOI,
  type: "journal-article",
  title: ["Gravel slows <i>all</i> wheels"],
  subtitle: ["A study"],
  author: [
    { given: "Anna", family: "van der Berg", ORCID: "http://orcid.org/0000-0002-1825-0097" },
    { name: "The Gravel Group", sequence: "additional" },
  ],
  issued: { "date-parts": [[2021, 4]] },
  "container-title": ["Journal of Wheels"],
  abstract:
    "<jats:title>Abstract</jats:title><jats:p>We roll <jats:italic>twelve</jats:italic> wheels, p &lt; 1.</jats:p>",
  "is-referenced-by-count": 3,
  "updated-by": [
    {
      DOI: "10.5555/gravel.2",
      type: "correction",
      label: "Correction",
      updated: { "date-parts": [[2022, 5, 8]] },
    },
    { DOI: "10.5555/gravel.3", type: "new_version", label: "New version" },
  ],
  "update-to": [{ DOI: "10.5555/sand", type: "retraction", label: "Retraction" }],
  reference: [
    { key: "1", DOI: "10.5555/paint", author: "Li W", year: "1999a", "article-title": "Painted wheels" },
    { key: "2", unstructured: "Ro, I. (2003) Square wheels. https://doi.org/10.5555/square." },
    { key: "3", "volume-title": "A History of the Wheel in Four Volumes", author: "Ira Ro", year: "1990" },
    { key: "4", unstructured: "Wheels, passim." },
  ],
};

/** One invented file of each JSON format. */
export const JSON_FILES = {
  "semantic-scholar": JSON.stringify({
    ...S2_PAPER,
    citations: [{ paperId: S2("b"), title: "Painted wheels" }],
    references: [{ paperId: null, title: "A History of the Wheel in Four Volumes" }],
  }),
  openalex: JSON.stringify({
    meta: { count: 2, per_page: 200 },
    results: [OPENALEX_WORK, { id: "https://openalex.org/A5" }],
  }),
  crossref: JSON.stringify({
    status: "ok",
    "message-type": "work-list",
    message: { "total-results": 1, items: [CROSSREF_WORK] },
  }),
  "csl-json": JSON.stringify(
    [
      {
        id: "berg2021",
        type: "article-journal",
        title: "Gravel slows wheels",
        author: [
          { family: "Berg", given: "Anna", "non-dropping-particle": "van der" },
          { literal: "The Gravel Group" },
        ],
        issued: { "date-parts": [["2021", 4, "7"]] },
        "container-title": "Journal of Wheels",
        DOI: "10.5555/GRAVEL.1",
        note: "Read twice.\nPMID: 77",
        URL: "https://arxiv.org/abs/2101.00001",
      },
      {
        id: 2,
        type: "book",
        title: "Introduction",
        editor: [{ family: "Ro", given: "Ira" }],
        issued: { raw: "May 1999" },
      },
    ],
    null,
    2,
  ),
  opencitations: JSON.stringify([
    {
      oci: "1-2",
      citing: "10.5555/paint",
      cited: GRAVEL_DOI,
      creation: "2022-03",
      timespan: "P1Y",
      author_sc: "yes",
      journal_sc: "no",
    },
    {
      oci: "3-2",
      citing: "omid:br/3 doi:10.5555/square pmid:78",
      cited: GRAVEL_DOI,
      creation: "2023",
      timespan: "P2Y",
      author_sc: "no",
      journal_sc: "no",
    },
    {
      oci: "4-2",
      citing: "omid:br/4",
      cited: GRAVEL_DOI,
      creation: "2023",
      timespan: "P2Y",
      author_sc: "no",
      journal_sc: "no",
    },
  ]),
  "local-citation-network": JSON.stringify({
    source: {
      id: S2("a"),
      numberInSourceReferences: 0,
      doi: "10.5555/GRAVEL.1",
      title: "Gravel slows wheels",
      authors: [{ LN: "van der Berg", FN: "Anna" }],
      year: 2021,
      date: "2021-04-07",
      journal: "Journal of Wheels",
      references: [S2("b"), "W9", null, "12458264", ""],
      citationsCount: 3,
    },
    input: [
      {
        id: S2("b"),
        numberInSourceReferences: 1,
        title: "Painted wheels",
        authors: [{ LN: "Li", FN: "Wei" }],
        year: 1999,
        references: [""],
      },
      { numberInSourceReferences: 2, title: "Missing: 10.5555/ROAD (id not found in S2)", authors: [] },
    ],
    incomingSuggestions: [],
    API: "Semantic Scholar",
    localCitationNetworkVersion: 1.24,
  }),
} as const;
