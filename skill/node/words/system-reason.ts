/**
 * What the operating system, the network and TLS answer, in words: one table for every command. Each text ends a
 * sentence that names the file or the address, and says what to do where that is not plain.
 */
const reasons: ReadonlyMap<unknown, string> = new Map([
  // Files.
  ['ENOENT', 'there is no such file or folder'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'it is a file, or lies below one'],
  ['EEXIST', 'a file is where a folder should be'],
  ['EACCES', 'this account may not. Change the rights, or choose another place'],
  ['EPERM', 'this account may not. Change the rights, or choose another place'],
  ['EROFS', 'the disk is read-only. Choose another place'],
  ['ENOSPC', 'the disk is full. Make room, or choose another place'],
  ['EDQUOT', "this account's share of the disk is full. Make room, or choose another place"],
  ['EMFILE', 'too many files are open. Close other programs and try again'],
  ['EBUSY', 'another program holds it. Close that and try again'],
  ['ELOOP', 'its links lead in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['EXDEV', 'it would move to another disk'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is larger than 2 GB'],
  // The network.
  ['ECONNREFUSED', 'nothing listens at this address'],
  ['ENOTFOUND', 'no machine has this name'],
  ['EAI_AGAIN', 'the name could not be looked up. Is this machine online?'],
  ['ETIMEDOUT', 'no answer came'],
  ['UND_ERR_CONNECT_TIMEOUT', 'no answer came'],
  ['UND_ERR_HEADERS_TIMEOUT', 'no answer came'],
  ['UND_ERR_BODY_TIMEOUT', 'the answer stopped half-way'],
  ['ECONNRESET', 'the connection was cut'],
  ['EPIPE', 'the connection was cut'],
  ['UND_ERR_SOCKET', 'the connection was cut'],
  ['EHOSTUNREACH', 'no way leads to this machine. Is a VPN needed?'],
  ['ENETUNREACH', 'no way leads to this network. Is this machine online?'],
  // Certificates.
  ['CERT_HAS_EXPIRED', "the server's certificate has expired"],
  ['ERR_TLS_CERT_ALTNAME_INVALID', "the server's certificate is for another name"],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', untrusted()],
  ['SELF_SIGNED_CERT_IN_CHAIN', untrusted()],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', untrusted()],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', untrusted()],
]);

function untrusted(): string {
  return "this machine does not trust the server's certificate. Behind a company proxy, set NODE_EXTRA_CA_CERTS to its certificate";
}

/** The code of an error of the system, such as ENOENT; null for any other. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** The words for an error of the system, or for what caused it; null for any other. */
export function systemReason(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = systemCode(error);
  const known = reasons.get(code);
  if (known !== undefined) return known;
  if (code !== null && /^(?:ERR_SSL|EPROTO)/.test(code)) return noTls;
  return systemReason(error.cause);
}

const noTls = 'it does not answer as https does. Is it an http address?';
