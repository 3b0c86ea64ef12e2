import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { until } from './until';

/** A server that runs as long as this process, and not a moment longer. */
export interface Kept {
	/** Ends it in good order. */
	stop(): Promise<void>;
	/** Kills it; it is started again at once. */
	kill(signal: 'SIGQUIT' | 'SIGKILL'): Promise<void>;
}

/**
 * Starts the server again when it dies. Ends it when the input of the script ends, that is, when whoever started it
 * stops it or is gone.
 */
const script = `
keep() {
	trap 'over=1; kill -INT $server' TERM
	while [ -z "$over" ]; do
		"$@" 2>>"$FOLDER/log" & server=$!
		echo $server >"$FOLDER/pid"
		[ -z "$over" ] || kill -INT $server
		wait $server
		[ -n "$over" ] || sleep 0.2
	done
	wait $server
}
keep "$@" & keeper=$!
cat
kill -TERM $keeper
wait $keeper
[ -z "$CLEARED" ] || rm -rf "$FOLDER"`;

/** Its errors go to the file `log` of the folder. A folder that is to be cleared is gone once the server has ended. */
export function keep(
	command: readonly string[],
	{ folder, cleared, ...options }: { folder: string; cleared: boolean } & SpawnOptions,
): Kept {
	const child = spawn('/bin/sh', ['-c', script, 'keeper', ...command], {
		...options,
		cwd: folder,
		detached: true,
		env: { ...process.env, FOLDER: folder, CLEARED: cleared ? '1' : '' },
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	child.unref();
	const pid = () => Number(readFileSync(join(folder, 'pid'), 'utf8'));
	return {
		async stop() {
			child.ref();
			child.stdin?.end();
			await once(child, 'exit');
		},
		async kill(signal) {
			const killed = pid();
			process.kill(killed, signal);
			await until('the server to be started again', async () => ![0, killed].includes(pid()), {
				everyMs: 20,
			});
		},
	};
}
