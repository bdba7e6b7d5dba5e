import { API_PATH } from "@/lib/api/addresses";

/** What can be asked, with a command that asks it. */
interface Example {
  id: string;
  title: string;
  /** What comes back. */
  answer: string;
  command: string;
}

/**
 * The examples of the page, for a site with a hub at `slug`. A browser test runs each of them, so they hold nothing but
 * curl and what every shell knows.
 */
export function curlExamples(site: string, slug: string): Example[] {
  const api = `${site}${API_PATH}`;
  return [
    {
      id: "hubs",
      title: "Which hubs are there?",
      answer: "The hubs, most cited first, each with the addresses of all that there is of it.",
      command: `curl -s '${api}/hubs?limit=5'`,
    },
    {
      id: "hub",
      title: "How was one of them received?",
      answer:
        "Coverage, polarity and roles, by votes and by suggestions, for citers and for sentences, and by year.",
      command: `curl -s '${api}/hubs/${slug}'`,
    },
    {
      id: "citers",
      title: "Who uses it as a method since 2020, without citing themselves?",
      answer: "The citing papers that meet every term of the query, with the label of each.",
      command: `curl -s -G '${api}/hubs/${slug}/citers' --data-urlencode 'q=role:method year:2020.. -is:self' -d sort=most_cited`,
    },
    {
      id: "contexts",
      title: "In which words?",
      answer: "Sentences with what stands before and after them; each links to its votes.",
      command: `curl -s -G '${api}/hubs/${slug}/contexts' --data-urlencode 'q=polarity:contrasting' -d limit=3`,
    },
    {
      id: "claims",
      title: "Do its claims hold?",
      answer: "Each claim with the citers that support it, contradict it, or use it.",
      command: `curl -s '${api}/hubs/${slug}/claims'`,
    },
    {
      id: "agreement",
      title: "How well do people agree?",
      answer: "Krippendorff’s alpha on each axis, with its interval and what it rests on.",
      command: `curl -s '${api}/hubs/${slug}/agreement'`,
    },
    {
      id: "cocited",
      title: "What is cited beside it?",
      answer: "Works that the same papers cite, most often first.",
      command: `curl -s '${api}/hubs/${slug}/cocited?limit=5'`,
    },
    {
      id: "search",
      title: "Where on this site does a word occur?",
      answer: "With kind=hubs, citers or sentences; the query is the same everywhere.",
      command: `curl -s -G '${api}/search' --data-urlencode 'q=carbon' -d kind=sentences`,
    },
    {
      id: "vocabulary",
      title: "What do the labels mean?",
      answer: "Definitions, with the terms of the Citation Typing Ontology.",
      command: `curl -s '${api}/vocabulary'`,
    },
    {
      id: "again",
      title: "Has anything changed?",
      answer:
        "Status 304 and no body, as long as nothing has: the tag of the first answer goes along with the second request.",
      command: `tag=$(curl -s -o /dev/null -D - '${api}/hubs' | tr -d '\\r' | sed -n 's/^etag: //Ip')\ncurl -s -o /dev/null -w '%{http_code}' -H "If-None-Match: $tag" '${api}/hubs'`,
    },
    {
      id: "mistake",
      title: "What does a mistake look like?",
      answer: "A problem document that names the place in the query and what could stand there.",
      command: `curl -s '${api}/hubs/${slug}/citers?q=role:metod'`,
    },
  ];
}
