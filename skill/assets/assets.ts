/** The generated files: their names and their exact text. */
import * as z from 'zod/mini';
import { decisionsSchema } from '../mapping/tenant-files.ts';
import { mappingSchema, type TenantMappingInput } from '../mapping/mapping.ts';
import { unnamedTenant } from '../mapping/discover.ts';
import { handoverSchema } from '../report/handover.ts';
import { runSchema } from '../report/history.ts';
import { analysisSchema, baselineSchema, snapshotSchema } from '../report/snapshot.ts';
import { jsonText } from './json-text.ts';

export interface Asset {
  readonly file: string;
  readonly text: string;
}

type Json = Readonly<Record<string, unknown>>;

interface Published {
  readonly name: string;
  readonly schema: z.ZodMiniType;
  /** What people write may leave defaults out; what the product writes never does. */
  readonly writtenBy: 'people' | 'product';
  readonly title: string;
  readonly description: string;
  /** Rules between keys that zod checks in code and JSON Schema can state. */
  readonly rules?: Json;
  /** Parts that come again and again are defined once. */
  isRepetitive?: true;
  /** The same for one kind of entry in a list of the file. */
  readonly entryRules?: Readonly<Record<string, Json>>;
}

const published: readonly Published[] = [
  {
    name: 'tenant-mapping',
    schema: mappingSchema,
    writtenBy: 'people',
    title: 'Tenant mapping',
    description:
      "How one tenant's Torii fields become canonical fields, and the assumptions of its analysis. A field that is not mapped is unknown, never 0.",
    rules: when('status', 'approved', ['approval']),
  },
  {
    name: 'decisions',
    schema: decisionsSchema,
    writtenBy: 'people',
    title: 'Decisions',
    description: 'What people decided about findings and apps, and the plan edits they made.',
    entryRules: {
      decisions: {
        oneOf: [{ required: ['finding'] }, { required: ['appId'] }],
        ...when('verdict', 'snoozed-until', ['until']),
      },
      edits: when('action', 'replaceBy', ['survivorId']),
    },
  },
  {
    name: 'baseline',
    schema: baselineSchema,
    writtenBy: 'product',
    title: 'Baseline',
    description: 'Aggregates of the last analysis, without people, to say what changed since.',
  },
  {
    name: 'run',
    schema: runSchema,
    writtenBy: 'product',
    title: 'Run',
    description:
      'One run in small, a file of history/ in the tenant pack: totals, open decisions, largest apps; no people.',
  },
  {
    name: 'handover',
    schema: handoverSchema,
    writtenBy: 'product',
    title: 'Handover',
    description:
      'What a page that has read and computed hands to a chat: brief, digest and report as data, every figure with its fact, each part with a hash; no people.',
    isRepetitive: true,
  },
  {
    name: 'snapshot',
    schema: snapshotSchema,
    writtenBy: 'product',
    title: 'Snapshot',
    description:
      'Records as fetched, before mapping, with the certificates of their sources; without names and e-mails unless "people" is true.',
  },
  {
    name: 'analysis',
    schema: analysisSchema,
    writtenBy: 'product',
    title: 'Analysis',
    description:
      'The result of one analysis: findings, plan, ledger and self-audit. Amounts are decimal text in major units of the tenant currency.',
  },
];

/** Every generated file, in a fixed order. */
export function assets(): Asset[] {
  const schemas = published.map((entry) => ({
    file: `${entry.name}.schema.json`,
    text: jsonText(schemaOf(entry)),
  }));
  return [...schemas, { file: 'tenant-mapping-template.json', text: jsonText(template()) }];
}

function schemaOf({
  name,
  schema,
  writtenBy,
  title,
  description,
  rules,
  entryRules,
  isRepetitive,
}: Published): Json {
  const { $schema, ...body } = z.toJSONSchema(schema, {
    io: writtenBy === 'people' ? 'input' : 'output',
    ...(isRepetitive === true && { reused: 'ref' }),
    // The only such schema is a record as Torii sent it.
    unrepresentable: () => ({ type: 'object' }),
  });
  for (const [key, rule] of Object.entries(entryRules ?? {})) {
    const list = body.properties?.[key];
    if (typeof list === 'object') list.items = { ...entryOf(list.items), ...rule };
  }
  const $comment = 'Generated from the zod schemas by skill/assets/generate.ts; do not edit.';
  return {
    $schema,
    $id: `urn:saas-rationalization-dashboard:${name}:1`,
    $comment,
    title,
    description,
    ...body,
    ...rules,
  };
}

function entryOf(items: unknown): object {
  return typeof items === 'object' && items !== null ? items : {};
}

/** Where a key has the value, the other keys are required. */
function when(key: string, value: string, required: readonly string[]): Json {
  return { anyOf: [{ properties: { [key]: { not: { const: value } } } }, { required }] };
}

/** Torii's own keys, to start from where nothing could be discovered; every unit is unconfirmed. */
const start: TenantMappingInput = {
  schemaVersion: 1,
  tenant: { name: unnamedTenant, currency: 'USD' },
  status: 'draft',
  fields: {
    app: {
      spend12m: { key: 'expenses', unit: 'minor', confirmed: false },
      owner: { key: 'primaryOwner' },
      category: { key: 'category' },
      vendor: { key: 'vendor' },
      activeUsers: { key: 'activeUsersCount' },
      lastUsedAt: { key: 'lastVisitTime' },
    },
    contract: {
      termStart: { key: 'startDate' },
      termEnd: { key: 'endDate' },
      totalValue: { key: 'amount', unit: 'minor', confirmed: false },
    },
  },
};

/** With every default written out, so that a person sees what can be changed. */
function template(): Json {
  return { $schema: './tenant-mapping.schema.json', ...mappingSchema.parse(start) };
}
