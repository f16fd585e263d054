/** Something a person must correct in a file of the tenant pack, and how. */
export interface Problem {
  /** Where, as a dotted path such as `fields.contract.annualValue`. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

/** A path as a person would write it: `suites.0.appId`; the file itself is `(file)`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '(file)' : path.map(String).join('.');
}
