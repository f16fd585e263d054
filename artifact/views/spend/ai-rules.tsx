import type { ReactNode } from 'react';
import { aiToolTable } from '../../../skill/analysis/contract.ts';
import { Table, type Column } from '../../parts/table.ts';
import { useResults } from '../page-context.ts';

interface AiRule {
  readonly looksAt: string;
  readonly words: readonly string[];
  /** What the mapping of the tenant adds. */
  readonly own: readonly string[];
}

/** The one table that makes an app an AI tool, with what the tenant has added to it. */
export function AiRules(): ReactNode {
  const { aiTools } = useResults().shown.inputs.config;
  const rules = (['categories', 'vendors', 'names'] as const).map((part): AiRule => ({
    looksAt: lookedAt[part],
    words: aiToolTable[part],
    own: aiTools[part],
  }));
  const { appIds, notAppIds } = aiTools;
  const named: AiRule[] = [
    { looksAt: 'App, always one', words: [], own: appIds.map(String) },
    { looksAt: 'App, never one', words: [], own: notAppIds.map(String) },
  ];
  return (
    <details className="as-tables">
      <summary>The rules by which an app is an AI tool</summary>
      <Table
        caption="Rules for AI tools: whole words, in any case"
        columns={columns}
        rows={[...rules, ...named.filter(({ own }) => own.length > 0)]}
        keyOf={({ looksAt }) => looksAt}
      />
      <p className="provenance">
        A tenant adds words under “aiTools” in its mapping: “categories”, “vendors”, “names”; “appIds” and
        “notAppIds” decide for one app, whatever the table says.
      </p>
    </details>
  );
}

const lookedAt = { categories: 'Category', vendors: 'Vendor', names: 'Name' } as const;

const columns: readonly Column<AiRule>[] = [
  { key: 'field', header: 'Looks at', cell: ({ looksAt }) => looksAt, file: ({ looksAt }) => looksAt },
  {
    key: 'words',
    header: 'Words',
    lead: '',
    secondary: true,
    cell: ({ words }) => words.join(', '),
    file: ({ words }) => words.join(', '),
  },
  {
    key: 'own',
    header: 'Added by this tenant',
    lead: 'added',
    secondary: true,
    cell: ({ own }) => (own.length === 0 ? 'none' : own.join(', ')),
    file: ({ own }) => own.join(', '),
  },
];
