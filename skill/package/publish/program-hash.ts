/**
 * The sha256 of the program that a page runs. The build writes it in place of the mark below; run from
 * its source, the command line has no program of its own and compares with none.
 */
export const unknownHash = 'sha256-of-the-built-program';

const written: string = unknownHash;

/** Null where nothing was built. */
export const builtHash: string | null = /^[0-9a-f]{64}$/.test(written) ? written : null;
