/** A service could not give what it was asked for. The message goes on after its name: "did not answer …". */
export class SourceFailure extends Error {
  override name = "SourceFailure";
}
