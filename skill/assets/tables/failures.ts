import { markdownTable } from '../../report/texts.ts';
import { actionSentence, explain, type FailureKind } from '../../torii/failure.ts';

/** What has usually happened, for every kind of failure that the page knows. */
const why: Readonly<Record<FailureKind, string>> = {
  'not-connected': 'No Torii connector in this account, or none chosen.',
  'other-name': 'The connector has another display name, belongs to the plugin alone, or is not connected.',
  'needs-sign-in': 'The authorization expired or was revoked; shown data is taken down on purpose.',
  'not-granted': 'Published without grants, from a remote session, or an update replaced the list.',
  'consent-required': 'The viewer declined, or has not been asked; no setting of a tool changes that.',
  'approval-required': 'The read tools are set to “needs approval”.',
  blocked: 'An administrator or the person switched the tool off; it is not worked around.',
  denied: 'The role hides this part: it is unknown, not empty.',
  'not-offered': 'Torii offers fewer tools here; one view is missing and says so.',
  'bad-arguments': 'A field of the mapping is gone, or the server takes other arguments.',
  'not-found': 'The record was removed in Torii since it was listed.',
  'rate-limited': "The host's limit for a page, about 30 calls a minute, or Torii's own.",
  unavailable: 'Torii or the connector is down, or starts up.',
  'timed-out': 'A large page, or the host did not settle the call.',
  'host-fault': 'The host itself failed or gave nothing back.',
  'not-shown': 'Live artifacts pause while they are hidden.',
  cancelled: 'Somebody stopped it.',
  'wrong-shape': 'Another kind of answer came back, such as an error in plain text.',
  truncated: 'The host or the server cut the reply; smaller pages follow by themselves.',
  'not-torii': 'The wrong connector was chosen.',
  refused: 'Something other than a read was asked for. Please tell the maintainer of this skill.',
};

/** What a page says when a call fails, why, and what the person can do. */
export function failuresTable(): string[] {
  const rows = Object.entries(why).map(([kind, cause]) => {
    const { sentence, action } = isKind(kind) ? explain(kind) : { sentence: '', action: 'none' as const };
    return [sentence, cause, actionSentence(action) || '–'];
  });
  return markdownTable(['The page says', 'Why', 'Do'], rows);
}

function isKind(kind: string): kind is FailureKind {
  return Object.hasOwn(why, kind);
}
