/**
 * Before Next hands a page to a cache it takes the length of the page as JSON (`IncrementalCache.set`), which it needs for
 * other things than pages alone. The data of a page are a Buffer, and JSON spells a Buffer out number by number: a
 * seventh of the time in which the page of a hub is made, while its first reader waits. So a Buffer of that name is
 * written by its length; every other one as before.
 */
const spelledOut = Buffer.prototype.toJSON;

/**
 * @this {Buffer}
 * @param {string} [name] under which JSON.stringify meets the Buffer
 */
function toJSON(name) {
  return name === "rscData"
    ? { type: /** @type {const} */ ("Buffer"), data: [this.length] }
    : spelledOut.call(this);
}

Buffer.prototype.toJSON = toJSON;
