/**
 * Must be the first import of every page: zod probes `new Function` when the first schema is built,
 * which the content security policy of the hosts forbids.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });
