/**
 * Delivers a digest to a webhook that you name, and to nobody else.
 *
 * Run: saas-rationalization digest --url … --mapping tenant-mapping.json --out digest.md
 *      npx tsx deliver-digest.mts digest.md https://hooks.example.com/…          shows what would be sent
 *      npx tsx deliver-digest.mts digest.md https://hooks.example.com/… --send   sends it
 */
import { readFile } from 'node:fs/promises';

const [file, address, send] = process.argv.slice(2);
if (file === undefined || address === undefined || (send !== undefined && send !== '--send')) {
  throw new Error('Usage: deliver-digest.mts FILE ADDRESS [--send]');
}
const webhook = new URL(address);
const loopback = webhook.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(webhook.hostname);
if (webhook.protocol !== 'https:' && !loopback) throw new Error('The address of the webhook must be https.');

const text = await readFile(file, 'utf8');
if (text.trim() === '') throw new Error(`${file} is empty: there is nothing to send.`);

// The path of a webhook is often its secret, so only the host is shown.
process.stderr.write(`To ${webhook.host}, ${text.length} characters:\n`);
process.stdout.write(text);

if (send === '--send') {
  const headers = { 'content-type': 'application/json' };
  // A redirect could carry the digest to somebody nobody named.
  const answer = await fetch(webhook, {
    method: 'POST',
    headers,
    body: JSON.stringify({ text }),
    redirect: 'error',
  });
  if (!answer.ok) throw new Error(`${webhook.host} answered ${answer.status}: the digest was not delivered.`);
  process.stderr.write('Sent.\n');
} else {
  process.stderr.write('Nothing was sent. Add --send to send it.\n');
}
