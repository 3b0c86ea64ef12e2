import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** n8n and the ledger read their data folder from here. Import it before anything of n8n. */
export const n8nFolder = mkdtempSync(join(tmpdir(), 'order-hub-n8n-'));

process.env.N8N_USER_FOLDER = n8nFolder;
process.env.N8N_ENCRYPTION_KEY = 'only-for-tests';

const clear = () => rmSync(n8nFolder, { recursive: true, force: true });
// A figure of the bench has a process, not a test file.
if (typeof afterAll === 'undefined') process.once('exit', clear);
else afterAll(clear);
