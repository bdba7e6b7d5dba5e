/** A piece of a query with its place, in UTF-16 units of the query. */
export interface QueryPiece {
  readonly text: string;
  readonly quoted: boolean;
  readonly at: number;
  readonly length: number;
  /** A quotation mark opens it that nothing closes. */
  readonly unclosed: boolean;
}

/** A term as it is written: `-role:method,dataset` has a key and two values, a free word or phrase has no key. */
export interface QueryToken {
  readonly not: boolean;
  readonly key: string | null;
  readonly values: readonly QueryPiece[];
  readonly at: number;
  readonly length: number;
}

const SPACE = /\s+/uy;
const KEY = /([\p{L}_]+):/uy;
const QUOTED = /"((?:[^"\\]|\\.)*)("?)/suy;
const BARE_WORD = /[^\s"]+/uy;
const BARE_VALUE = /[^\s",]+/uy;

/** Parts a query into terms. Reads any text; what has no words in it, such as a hyphen alone, gives no term. */
export function queryTokens(query: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(query);
    if (found) at += found[0].length;
    return found;
  };
  const takePiece = (bare: RegExp): QueryPiece | null => {
    const start = at;
    const quoted = take(QUOTED);
    if (quoted) {
      const text = (quoted[1] ?? "").replace(/\\(.)/gsu, "$1");
      return { text, quoted: true, at: start, length: at - start, unclosed: quoted[2] === "" };
    }
    const found = take(bare);
    return found && { text: found[0], quoted: false, at: start, length: at - start, unclosed: false };
  };

  while (at < query.length) {
    if (take(SPACE)) continue;
    const start = at;
    const not = query[at] === "-";
    if (not) at += 1;
    const key = take(KEY)?.[1] ?? null;
    const values: QueryPiece[] = [];
    if (key === null) {
      const piece = takePiece(BARE_WORD);
      if (piece) values.push(piece);
    } else {
      do {
        const piece = takePiece(BARE_VALUE);
        if (piece) values.push(piece);
      } while (query[at] === "," && ++at);
    }
    tokens.push({ not, key, values, at: start, length: at - start });
  }
  return tokens;
}
