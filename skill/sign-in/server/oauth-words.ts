import { OAuthError } from '@modelcontextprotocol/sdk/server/auth/errors.js';
import { ZodError } from 'zod';
import { withoutSecrets } from '../../node/secrets.ts';

/** Node hides the useful half in the cause; the official client appends whole pages to its errors. */
export function oauthWords(thrown: unknown): string {
  if (thrown instanceof ZodError || thrown instanceof SyntaxError) return 'the answer has another form';
  if (!(thrown instanceof Error)) return String(thrown);
  const { message } = thrown.cause instanceof Error ? thrown.cause : thrown;
  const [first = ''] = message.split(/: Invalid OAuth error response|\. Raw body/);
  const said = first === '' && thrown instanceof OAuthError ? thrown.errorCode : first;
  return withoutSecrets(said.replace(/\.$/, ''));
}
