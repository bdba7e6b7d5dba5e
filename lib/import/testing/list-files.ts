import type { FORMAT_NAMES } from "../formats";

type FormatName = (typeof FORMAT_NAMES)[number];

/** One invented file of each format that lists works; the first work of each is the same paper. */
export const LIST_FILES: Readonly<Partial<Record<FormatName, string>>> = {
  bibtex: String.raw`% My wheels
@string{jow = "Journal of " # "Wheels"}
@comment{nothing to see}
@article{berg2021,
  author  = {van der Berg, Anna and Bj{\"o}rn M{\aa}rtensson and {The Gravel Group} and others},
  title   = {{Gravel slows} wheels by $n^2$ in CO$_2$},
  journal = jow,
  year    = 2021, month = apr, day = 7,
  doi     = {10.5555/GRAVEL.1},
  abstract = "We roll \emph{twelve} wheels -- all round."
}

@inproceedings{paint, title = {Painted wheels}, author = "Li, Wei", crossref = {proc}}
@proceedings{proc, title = {Proceedings of the Wheel Symposium}, editor = {Ro, Ira}, year = {1999}}
@misc{broken, title = {Square {wheels reconsidered}, year = {2003},
  eprint = {2101.00001}, archiveprefix = {arXiv}
@book{nothing, year = 1990}
`,
  ris: `TY  - JOUR
AU  - van der Berg, Anna
A1  - Mårtensson, Björn
AU  - et al.
TI  - Gravel slows wheels
by a third
T2  - Journal of Wheels
PY  - 2021
DA  - 2021/04/07/
DO  - https://doi.org/10.5555/GRAVEL.1
AB  - We roll twelve wheels.
ER  - 
TY  - CHAP
A1  - Li, Wei
T1  - Painted wheels
BT  - Wheels and Roads
Y1  - 1999///
UR  - https://arxiv.org/abs/2101.00001v2
TY  - GEN
PY  - 1990
ER  -
`,
  csv: `"Authors","Title","Year","Source title","DOI","Cited by","Publication Date"
"van der Berg, A.; Mårtensson, B.","Gravel slows wheels, by a ""third""","2021","Journal of Wheels","10.5555/GRAVEL.1","12","2021-04-07"
"Li, Wei","Painted
wheels","1999","Wheels and Roads","no doi","",""
"","","1990","","","",""
`,
  "arxiv-atom": `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id>
<entry><id>http://arxiv.org/abs/2104.00001v3</id><published>2021-04-07T10:00:00Z</published>
<title>Gravel slows
  wheels by $n^2$</title><summary>  We roll twelve wheels. </summary>
<author><name>Anna van der Berg</name></author><author><name>BjÃ¶rn MÃ¥rtensson</name></author>
<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.5555/GRAVEL.1</arxiv:doi>
<arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">This paper has been withdrawn by the authors</arxiv:comment>
<category term="cs.WH"/></entry>
<entry><id>http://arxiv.org/api/errors#id</id><title>Error</title><summary>incorrect id format for x</summary></entry>
</feed>`,
  "endnote-xml": `<?xml version="1.0" encoding="UTF-8"?><xml><records><record>
<rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author>van der Berg, Anna</author><author><style face="normal">Mårtensson, Björn</style></author><author>The Gravel Group,</author></authors></contributors>
<titles><title><style face="normal">Gravel slows </style><style face="italic">round</style><style face="normal"> wheels</style></title><secondary-title>Journal of Wheels</secondary-title></titles>
<dates><year>2021</year><pub-dates><date>Apr 7</date></pub-dates></dates>
<electronic-resource-num>10.5555/GRAVEL.1</electronic-resource-num></record>
<record><ref-type name="Generic">13</ref-type><dates><year>1990</year></dates></record></records></xml>`,
  medline: `PMID- 12345678
TI  - Gravel slows wheels: twelve roads
      in one year.
FAU - van der Berg, Anna
AU  - van der Berg A
FAU - Mårtensson, Björn
AU  - Mårtensson B
CN  - The Gravel Group
DP  - 2021 Apr 7
JT  - Journal of wheels
LID - 10.5555/GRAVEL.1 [doi]
AB  - We roll
      twelve wheels.
PT  - Retracted Publication
RIN - J Wheels. 2022 May;3(1):9. PMID: 23456789

PMID- 12345679
TI  - [Painted wheels.]
AU  - Li W
AU  - et al.
DP  - 1998 Dec-1999 Jan
`,
  "pubmed-xml": `<?xml version="1.0"?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://example.org/pubmed.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">12345678</PMID><Article>
<Journal><JournalIssue><PubDate><Year>2021</Year><Month>Apr</Month></PubDate></JournalIssue><Title>Journal of wheels</Title></Journal>
<ArticleTitle>Gravel slows <i>round</i> wheels in CO<sub>2</sub>.</ArticleTitle>
<ELocationID EIdType="doi">10.5555/GRAVEL.1</ELocationID>
<Abstract><AbstractText Label="METHODS">We roll twelve wheels.</AbstractText><AbstractText Label="RESULTS">They turn.</AbstractText></Abstract>
<AuthorList CompleteYN="N"><Author><LastName>van der Berg</LastName><ForeName>Anna</ForeName><Identifier Source="ORCID">https://orcid.org/0000-0001-2345-678X</Identifier></Author><Author><CollectiveName>The Gravel Group.</CollectiveName></Author></AuthorList>
<ArticleDate><Year>2021</Year><Month>04</Month><Day>07</Day></ArticleDate></Article>
<CommentsCorrectionsList><CommentsCorrections RefType="ErratumIn"><RefSource>J Wheels. 2022;3:9</RefSource><PMID>23456789</PMID></CommentsCorrections></CommentsCorrectionsList></MedlineCitation>
<PubmedData><ReferenceList><Reference><Citation>Li W. Painted wheels.</Citation><ArticleIdList><ArticleId IdType="pubmed">12345679</ArticleId></ArticleIdList></Reference><Reference><Citation>Hearsay.</Citation></Reference></ReferenceList></PubmedData></PubmedArticle>
<PubmedBookArticle><BookDocument><PMID>12345680</PMID><Book><Publisher><PublisherName>Wheel Press</PublisherName></Publisher><BookTitle>Wheels and Roads</BookTitle><PubDate><Year>1999</Year></PubDate></Book></BookDocument></PubmedBookArticle></PubmedArticleSet>`,
  "crossref-unixref": `<?xml version="1.0" encoding="UTF-8"?><doi_records><doi_record><crossref><journal>
<journal_metadata><full_title>Journal of Wheels</full_title></journal_metadata>
<journal_article><titles><title>Gravel slows <i>round</i> wheels</title><subtitle>A study</subtitle></titles>
<contributors><person_name contributor_role="author"><given_name>Anna</given_name><surname>van der Berg</surname><ORCID>https://orcid.org/0000-0001-2345-678X</ORCID></person_name><organization contributor_role="author">The Gravel Group</organization><person_name contributor_role="editor"><given_name>Ira</given_name><surname>Ro</surname></person_name></contributors>
<jats:abstract xmlns:jats="urn:j"><jats:p>We roll twelve wheels.</jats:p></jats:abstract>
<publication_date media_type="print"><year>2021</year></publication_date><publication_date media_type="online"><month>04</month><day>07</day><year>2021</year></publication_date>
<doi_data><doi>10.5555/GRAVEL.1</doi></doi_data>
<citation_list><citation key="1"><doi>10.5555/paint</doi></citation><citation key="2"><author>Li</author><cYear>1999a</cYear><volume_title>Wheels and roads of the north</volume_title></citation><citation key="3"><unstructured_citation>Hearsay.</unstructured_citation></citation></citation_list>
</journal_article></journal></crossref></doi_record>
<doi_record><crossref><error>DOI not found</error></crossref></doi_record></doi_records>`,
};
