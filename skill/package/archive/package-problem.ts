/** Something that would keep a package from being accepted where it is installed. */
export interface PackageProblem {
  readonly rule: PackageRule;
  /** The file it is about; empty for the package as a whole. */
  readonly path: string;
  readonly message: string;
}

/** Every rule has a name, so that a test can break each of them. */
export type PackageRule =
  | 'path'
  | 'repeated-path'
  | 'nested-archive'
  | 'file-count'
  | 'size'
  | 'one-root'
  | 'skill-file'
  | 'frontmatter'
  | 'name'
  | 'description'
  | 'compatibility'
  | 'body'
  | 'reference-depth'
  | 'broken-link';
