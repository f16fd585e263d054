/**
 * What a page hands to a chat, so that no record passes through a model, and the texts that are made of it.
 * In: an analysis, or a block that was pasted. Out: a block small enough to paste, or brief, digest and report with
 * the same figures; a block in which anything was changed is refused, and the changed part named.
 */
export { type Handover, handoverIn, handoverSchema, parseHandover } from './handover/handover.ts';
export { handoverOf, handoverText } from './handover/handover-of.ts';
export { checkHandedText } from './handover/check-handed.ts';
export { handedBrief, handedDigest, handedReport } from './handover/handover-texts.ts';
