/** Schemas of what leaves as text for people: sentences, decisions, sections. They hold no more than the types do. */
import * as z from 'zod/mini';
import { effects } from '../../analysis/contract.ts';
import type { Sentence } from '../base/sentence.ts';
import { isoDate } from '../../mapping/tenant-files.ts';

const text = z.string();
const fact = z.string();
const minor = z.number().check(z.int());

/** A figure with the id of the fact it is, a name as data, or words. */
const part = z.union([
  text,
  z.strictObject({ name: text }),
  z.strictObject({ raw: text }),
  z.strictObject({ money: minor, fact, currency: z.optional(text) }),
  z.strictObject({ count: minor, fact }),
  z.strictObject({ share: z.number(), fact }),
  z.strictObject({ text, fact }),
  z.strictObject({ date: isoDate, fact: z.optional(fact) }),
]);

export const sentenceSchema: z.ZodMiniType<Sentence> = z.array(part);

const idOrNone = z.nullable(minor);

const decisionSchema = z.strictObject({
  id: text,
  appId: idOrNone,
  contractId: idOrNone,
  name: text,
  lastSafeDate: z.nullable(isoDate),
  step: z.enum(['week', 'month', 'quarter', 'later', 'any']),
  source: z.nullable(z.enum(['rules', 'person'])),
  sentence: sentenceSchema,
  row: z.strictObject({
    does: sentenceSchema,
    by: sentenceSchema,
    saves: sentenceSchema,
    who: sentenceSchema,
  }),
});

export const decisionListSchema = z.strictObject({
  first: z.array(decisionSchema),
  all: z.nullable(sentenceSchema),
  more: z.nullable(sentenceSchema),
  moreSoon: z.nullable(sentenceSchema),
  none: sentenceSchema,
});

const copiedLabelSchema = z.templateLiteral(['copied, confirmed by ', z.int(), ' total', z.enum(['', 's'])]);

export const briefSchema = z.strictObject({
  tenant: text,
  asOf: isoDate,
  currency: text,
  depth: z.enum(['aggregate', 'users']),
  labels: z.array(z.union([z.enum(['draft', 'partial', 'audit']), copiedLabelSchema])),
  hasData: z.boolean(),
  headline: sentenceSchema,
  byWhen: z.array(
    z.strictObject({ when: z.enum(effects), name: text, amount: sentenceSchema, size: z.number() }),
  ),
  decisions: decisionListSchema,
  figures: z.array(z.strictObject({ name: text, amount: sentenceSchema, meaning: text })),
  unknowns: z.array(
    z.strictObject({
      id: text,
      what: sentenceSchema,
      gist: z.optional(sentenceSchema),
      remedy: sentenceSchema,
      money: z.nullable(z.strictObject({ minor, fact })),
    }),
  ),
  assumptions: z.array(sentenceSchema),
});

export const tableSchema = z.strictObject({
  header: z.array(text),
  rows: z.array(z.array(sentenceSchema)),
  right: z.array(minor),
});

export const sectionSchema = z.strictObject({
  title: text,
  parts: z.array(
    z.union([
      z.strictObject({ say: sentenceSchema }),
      z.strictObject({ items: z.array(sentenceSchema) }),
      z.strictObject({ table: tableSchema }),
    ]),
  ),
});
