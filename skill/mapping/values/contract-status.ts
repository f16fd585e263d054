/** The words for the state of a contract, in the languages that tenants write them in. */
import { plainWord } from '../base/plain-text.ts';
import { contractClasses, type Contract, type ContractClass, type Value } from '../base/portfolio.ts';

type StatusTable = ReadonlyMap<string, ContractClass>;

const words: Readonly<Record<ContractClass, string>> = {
  pipeline:
    'pipeline, draft, planned, proposed, proposal, quote, quoted, negotiation, in negotiation, negotiating, pending, pending signature, pending approval, awaiting signature, awaiting approval, to be signed, out for signature, sent for signature, unsigned, not signed, requested, entwurf, geplant, angebot, in verhandlung, verhandlung, brouillon, en négociation, devis, proposition, borrador, en negociación, propuesta, presupuesto, bozza, in trattativa, rascunho, em negociação, proposta, concept, offerte',
  active:
    'active, open, signed, in review, under review, in force, in effect, effective, executed, current, live, running, ongoing, renewing, auto renewing, expiring, expiring soon, up for renewal, due for renewal, closed won, aktiv, laufend, läuft, gültig, in kraft, unterzeichnet, actif, active, en cours, en vigueur, signé, activo, activa, vigente, en vigor, firmado, attivo, attiva, in vigore, firmato, ativo, ativa, em vigor, assinado, actief, lopend, getekend',
  ending:
    'cancelled, canceled, cancelling, canceling, cancellation pending, pending cancellation, terminated, terminating, termination pending, pending termination, non renewing, not renewing, will not renew, non renewal, do not renew, no renewal, notice given, notice sent, notice served, under notice, in notice, notice period, in notice period, cancellation requested, cancellation sent, to be cancelled, to be canceled, to be terminated, terminated for convenience, terminated for cause, ending, churning, gekündigt, kündigung, storniert, kündigung eingereicht, gekündigt zum, wird nicht verlängert, nicht verlängert, résilié, résiliée, résiliation, dénoncé, non renouvelé, annulé, cancelado, cancelada, rescindido, no renueva, no renovar, disdetto, disdetta, annullato, non rinnovato, rescindida, denunciado, opgezegd, geannuleerd',
  superseded:
    'superseded, replaced, replaced by new contract, renewed by new contract, ersetzt, abgelöst, remplacé, remplacée, reemplazado, reemplazada, sustituido, sostituito, substituído, vervangen',
  ended:
    'closed, ended, expired, archived, inactive, finished, lapsed, past, void, voided, deleted, rejected, declined, lost, closed lost, beendet, abgelaufen, archiviert, geschlossen, inaktiv, terminé, terminée, expiré, expirée, clos, archivé, inactif, finalizado, vencido, expirado, caducado, cerrado, archivado, inactivo, scaduto, terminato, chiuso, archiviato, encerrado, vencida, expirada, arquivado, verlopen, beëindigd, gesloten, gearchiveerd',
};

const builtIn: StatusTable = new Map(
  contractClasses.flatMap((meant) =>
    words[meant]
      .split(', ')
      .flatMap(spellingsOf)
      .map((word): [string, ContractClass] => [word, meant]),
  ),
);

/** Accents are often left out, and "ü" is written "ue" where a keyboard has none. */
function foldWord(word: string): string {
  return plainWord(word);
}

function spellingsOf(word: string): readonly string[] {
  const written = word.replace(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter);
  return [...new Set([foldWord(word), foldWord(written)])];
}

/** What the mapping says of statuses; spelling, case and accents are folded as in the records. */
export function statusTable(statuses: Readonly<Record<string, ContractClass>>): StatusTable {
  return new Map(Object.entries(statuses).map(([word, value]) => [foldWord(word), value]));
}

/** Class of a status; null for a word that neither the mapping nor the built-in list explains. */
export function classifyStatus(status: string, table: StatusTable = none): ContractClass | null {
  const word = foldWord(status);
  return table.get(word) ?? builtIn.get(word) ?? null;
}

const none: StatusTable = new Map();

/** Only a word that says so takes a contract out of force: everything else is active, and says why. */
export function readStatus(
  status: Value<string>,
  table: StatusTable,
): Pick<Contract, 'status' | 'statusClass' | 'statusUnexplained'> {
  const found = status.kind === 'known' ? classifyStatus(status.value, table) : null;
  return {
    status,
    statusClass: found ?? 'active',
    statusUnexplained: status.kind === 'known' && found === null,
  };
}
