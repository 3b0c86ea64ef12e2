import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Upload } from './catalogUpload';
import type { Figure } from './figure';

const rows = 100_000;

/** A large catalog through the node, in n8n's engine and in a process whose memory is nobody else's. */
export async function uploading(): Promise<readonly Figure[]> {
	const script = join(__dirname, 'catalogUpload.ts');
	const asked = [...process.execArgv, script, String(rows)];
	const { stdout } = await promisify(execFile)(process.execPath, asked);
	const { ms, heldMs, megabytes } = JSON.parse(stdout) as Upload;
	return [
		{
			name: `upload: a catalog of ${rows} rows`,
			value: (rows * 1000) / ms,
			unit: 'rows/s',
			target: { least: 10_000 },
		},
		{ name: 'upload: event loop held', value: heldMs, unit: 'ms', target: { most: 100 } },
		{ name: 'upload: memory', value: megabytes, unit: 'MB', target: { most: 150 } },
	];
}
