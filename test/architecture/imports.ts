/** Reads the import statements of every source file below a folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';

export interface Import {
  /** Path of the importing file from the project's root. */
  readonly from: string;
  /** Path of the imported file from the project's root, or the name of a package. */
  readonly to: string;
  readonly external: boolean;
  /** True when nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

export const root = fileURLToPath(new URL('../..', import.meta.url));

export function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|jsx)$/.test(name))
    .map((name) => join(folder, name))
    .toSorted();
}

export function importsOf(file: string): Import[] {
  const { module, errors } = parseSync(file, readFileSync(join(root, file), 'utf8'));
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const statics = module.staticImports.map((statement) => ({
    name: statement.moduleRequest.value,
    typeOnly: statement.entries.length > 0 && statement.entries.every((entry) => entry.isType),
  }));
  const exports = module.staticExports.flatMap((statement) =>
    statement.entries.flatMap((entry) =>
      entry.moduleRequest === null ? [] : [{ name: entry.moduleRequest.value, typeOnly: entry.isType }],
    ),
  );
  return [...statics, ...exports].map(({ name, typeOnly }) => {
    const external = !name.startsWith('.');
    const to = external ? name : relative(root, resolve(root, dirname(file), name));
    return { from: file, to, external, typeOnly };
  });
}
