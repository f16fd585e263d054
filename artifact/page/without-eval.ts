/**
 * Keeps zod from trying whether code may be made from text: pages forbid it, and the try alone is a
 * violation of their policy. Must be the first import of every page.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });
