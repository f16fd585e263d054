/** The first lines of the program: what a person or a model should know before they trust it. */
import { calledTools } from '../../skill/torii/catalog.ts';

export interface Product {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** The line that every file of the page begins with. */
export function markOf({ name, version, license }: Product): string {
  return `/*! ${name} ${version}, ${license} license */\n`;
}

/** A comment that survives the minifier, because it is put on afterwards. */
export function bannerOf(product: Product): string {
  const lines = [
    'The program of a read-only dashboard: where SaaS money goes, which seats are idle, what to decide by',
    'when. It is the same for everybody; what belongs to one company is in index.html and tenant.json.',
    '',
    'What it may call, through the bridge that Claude gives the page, and nothing else:',
    ...calledTools.map((tool) => `  ${tool}`),
    'A list in the code refuses every other tool, so it cannot change anything in Torii.',
    '',
    'It fetches one file, tenant.json beside this page, where index.html names it. It loads no other code,',
    'sends nothing, and keeps nothing but settings of the view, in the storage of the browser.',
    '',
    'Source: artifact/ and skill/ of the project of the same name and version. The same dashboard as a module',
    'to edit is react-dashboard-template.jsx. The command "fill" prints the sha256 of this file and checks it.',
  ];
  return `${markOf(product)}/*\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}
