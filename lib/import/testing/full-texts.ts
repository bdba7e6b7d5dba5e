/** An invented article in JATS with the oddities of real ones. */
export const JATS = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.0 20120330//EN" "JATS-archivearticle1.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML" article-type="research-article">
<front>
<journal-meta><journal-id journal-id-type="nlm-ta">J Moss</journal-id><journal-title-group><journal-title>Journal of Moss</journal-title></journal-title-group></journal-meta>
<article-meta>
<article-id pub-id-type="pmid">90000001</article-id><article-id pub-id-type="doi">10.5555/moss.1</article-id>
<article-id pub-id-type="publisher-id">moss-1</article-id>
<title-group><article-title>How <italic>Bryum</italic> grows on stone &amp; bark<xref ref-type="fn" rid="fn1"/></article-title></title-group>
<contrib-group>
<contrib contrib-type="author"><contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id><name><surname>Müller</surname><given-names>Ann B.</given-names></name><xref ref-type="aff" rid="a1"><sup>1</sup></xref></contrib>
<contrib contrib-type="author"><collab>The Moss Group<contrib-group><contrib contrib-type="author"><name><surname>Oak</surname><given-names>O.</given-names></name></contrib></contrib-group></collab></contrib>
<contrib contrib-type="editor"><name><surname>Elm</surname><given-names>Eva</given-names></name></contrib>
</contrib-group>
<pub-date pub-type="collection"><year>2012</year></pub-date>
<pub-date pub-type="epub"><day>2</day><month>8</month><year>2011</year></pub-date>
<abstract abstract-type="summary"><p>For everybody.</p></abstract>
<abstract><p>Moss is green. It is known to be so [<xref ref-type="bibr" rid="B1">1</xref>].</p></abstract>
</article-meta>
</front>
<body>
<sec><title>Background</title>
<p>Moss grows slowly. It was grown before [<xref ref-type="bibr" rid="B1">1</xref>&#x02013;<xref ref-type="bibr" rid="B3">3</xref>], e.g. by Ash <italic>et al.</italic> [<xref ref-type="bibr" rid="B5">5</xref>] at 10<sup>-3</sup> m<sup>2</sup> of CO<sub>2</sub>. Stones do not grow (F[1,2] = 3).<fig id="f1"><label>Figure 1.</label><caption><p>Moss, after Birch <xref ref-type="bibr" rid="B2">[2]</xref>.</p></caption></fig></p>
<sec><title>Theory.</title>
<p>It follows from <disp-formula><mml:math><mml:mi>x</mml:mi></mml:math></disp-formula> that <inline-formula><mml:math><mml:msub><mml:mi>k</mml:mi><mml:mn>1</mml:mn></mml:msub></mml:math></inline-formula> is small [<xref ref-type="bibr" rid="B9">9</xref>].</p>
</sec></sec>
<sec><title>Results</title>
<table-wrap><label>Table 1</label><table><tbody>
<tr><td>Moss</td><td>Ash [<xref ref-type="bibr" rid="B1 B3">1,3</xref>]</td><td>3.5 mm. Slow.</td></tr>
</tbody></table></table-wrap>
</sec>
</body>
<back><ref-list><title>References</title>
<ref id="B1"><label>1</label><mixed-citation publication-type="journal"><name><surname>Ash</surname><given-names>AB</given-names></name>, <name><surname>van der Elm</surname><given-names>E</given-names><suffix>Jr</suffix></name>, <etal>et al</etal> (<year>2001</year>) <article-title>The colour of <italic>Bryum</italic> in rain.</article-title> <source>Moss Lett</source> <volume>3</volume><pub-id pub-id-type="doi">10.5555/ash</pub-id><pub-id pub-id-type="pmid">90000002</pub-id></mixed-citation></ref>
<ref id="B2"><label>2.</label><element-citation publication-type="book"><person-group person-group-type="author"><name><surname>Birch</surname><given-names>Ben</given-names></name></person-group><person-group person-group-type="editor"><name><surname>Fir</surname><given-names>F</given-names></name></person-group><source>A Book of Stones and Bark</source><year>1999</year></element-citation></ref>
<ref id="B3"><label>3</label><mixed-citation publication-type="other">Cedar C, Dogwood DE (2004) Watching moss in the dark. In: Fir F, ed. Moss. Helsinki: Moss Press.</mixed-citation></ref>
<ref id="B4"><label>4</label><mixed-citation publication-type="other">Moss Office (2007) Yearly figures. Available: the office.</mixed-citation></ref>
<ref id="B5"><label>5</label><citation citation-type="journal"><name><surname>Ash</surname><given-names>AB</given-names></name><year>2010b</year><source>Moss Lett</source><comment>doi:<ext-link xlink:href="https://doi.org/10.5555/late">here</ext-link></comment></citation></ref>
</ref-list></back>
</article>
`;

/** An invented paper as GROBID would write it, with what GROBID gets wrong. */
export const TEI = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xml:space="preserve" xmlns="http://www.tei-c.org/ns/1.0">
	<teiHeader xml:lang="en">
		<fileDesc>
			<titleStmt><title level="a" type="main">Counting moss by night</title></titleStmt>
			<publicationStmt><publisher/><date type="published" when="2019-05-03">May 2019</date></publicationStmt>
			<sourceDesc><biblStruct><analytic>
				<author role="corresp"><persName><forename type="first">Ann</forename><forename type="middle">B</forename><surname>Oak</surname></persName></author>
				<author><affiliation key="aff0"><orgName type="institution">Moss Institute</orgName></affiliation></author>
				<title level="a" type="main">Counting moss by night</title>
				<idno type="DOI">10.5555/night</idno></analytic>
				<monogr><title level="j">Journal of Moss</title><imprint><date/></imprint></monogr>
			</biblStruct></sourceDesc>
		</fileDesc>
		<profileDesc><abstract><p>We count moss.</p></abstract></profileDesc>
	</teiHeader>
	<text xml:lang="en">
		<body>
<div xmlns="http://www.tei-c.org/ns/1.0"><head n="1">Introduction</head><p>Moss was counted before (e.g., <ref type="bibr" target="#b0">Ash et al., 2014)</ref>. It is counted by day <ref type="bibr">(Birch, 2001)</ref><ref type="bibr" target="#b2">Cedar and Fir (1998)</ref>, as Dogwood et al. (2003) say. <ref type="bibr">1</ref> Nobody counts by night (Elm, 1990).</p></div>
<figure xml:id="fig_0"><head>Fig. 1:</head><figDesc>Moss, from <ref type="bibr" target="#b0">Ash et al. (2014)</ref>.</figDesc></figure>
		</body>
		<back><div type="references"><listBibl>
<biblStruct xml:id="b0"><analytic><title level="a" type="main">Rain and the colour of moss</title><author><persName><forename type="first">A</forename><surname>Ash</surname></persName></author><author><persName><forename type="first">B</forename><surname>Birch</surname></persName></author></analytic><monogr><title level="m">Moss Lett</title><imprint><date type="published" when="2014" /></imprint></monogr></biblStruct>
<biblStruct xml:id="b1"><monogr><author><persName><forename type="first">B</forename><surname>Birch</surname></persName></author><title level="m">A book of stones</title><imprint><date type="published" when="2001" /></imprint></monogr></biblStruct>
<biblStruct xml:id="b2"><analytic><title level="a" type="main">Stones at noon</title><author><persName><surname>Cedar</surname></persName></author><author><persName><surname>Fir</surname></persName></author></analytic><monogr><imprint><date type="published" when="1998" /></imprint></monogr><note type="raw_reference">Cedar and Fir. 1998a. Stones at noon.</note></biblStruct>
<biblStruct xml:id="b3"><monogr><title level="j">Moss Lett</title><imprint><date type="published" when="1990" /></imprint></monogr><note type="raw_reference">Moss Lett, 1990.</note></biblStruct>
<biblStruct xml:id="b4"><analytic><title level="a" type="main">Moss in the dark</title><author><persName><forename type="first">D</forename><surname>Dogwood</surname></persName></author><author><persName><forename type="first">E</forename><surname>Elm</surname></persName></author></analytic><monogr><imprint><date type="published" when="2003" /></imprint></monogr></biblStruct>
		</listBibl></div></back>
	</text>
</TEI>
`;

const BODY = {
  abstract: [{ text: "We count stones.", section: "Abstract" }],
  body_text: [
    {
      text: "Stones were counted [1] .They were found many \\u0000 [2] [3] . We agree [4].",
      section: "Introduction",
      cite_spans: [
        { start: 20, end: 23, text: "[1]", ref_id: "BIBREF0" },
        { start: 48, end: 51, text: "[2]", ref_id: "BIBREF1" },
        { start: 52, end: 55, text: "[3]", ref_id: "BIBREF2" },
        { start: 500, end: 503, ref_id: "BIBREF0" },
      ],
    },
  ],
  ref_entries: { FIGREF0: { text: "Stones in a row.", type: "figure" } },
  bib_entries: {
    BIBREF0: {
      title: "Rain on stones and on sand",
      authors: [{ first: "A", middle: ["B"], last: "Ash", suffix: "Jr" }],
      year: 2007,
      venue: "Stone Lett",
      other_ids: { doi: ["10.5555/stones"], PMID: [] },
    },
    BIBREF1: {
      title: "Many stones",
      authors: [{ first: "B", last: "Birch" }],
      year: "",
      venue: "",
      other_ids: {},
    },
    BIBREF2: { title: "", authors: [], year: null, venue: "Stone Lett" },
  },
};

/** Two invented papers as the two editions of S2ORC would hold them, one in each line. */
export const S2ORC = [
  {
    paper_id: "77",
    metadata: {
      title: "Counting stones",
      authors: [{ first: "Cem", middle: [], last: "Cedar", suffix: "" }],
      abstract: "We count stones.",
      year: "2016",
      doi: "10.5555/counting",
      arxiv_id: null,
      pubmed_id: "90000003",
      venue: "Stone Lett",
      journal: "Stone Letters",
    },
    s2_pdf_hash: "0",
    grobid_parse: BODY,
    latex_parse: null,
  },
  {
    paper_id: "S19-1",
    header: { generated_with: "S2ORC 1.0.0" },
    title: "Counting stones again",
    authors: [{ first: "Di", middle: [], last: "Dogwood", suffix: "", email: "" }],
    year: "",
    abstract: "We count again.",
    pdf_parse: BODY,
  },
]
  .map((paper) => JSON.stringify(paper).replaceAll("\\\\u0000", "\\u0000"))
  .join("\n");
