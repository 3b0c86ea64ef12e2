/** Runs every test, shows what jest shows, and ends with one line that says how many passed and failed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scratch = mkdtempSync(join(tmpdir(), 'order-hub-tests-'));
const results = join(scratch, 'results.json');
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');

const { status } = spawnSync(
	process.execPath,
	[jest, '--json', `--outputFile=${results}`, ...process.argv.slice(2)],
	{ stdio: ['inherit', 'ignore', 'inherit'] },
);
const { passed, failed } = tally(results);
rmSync(scratch, { recursive: true });
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exitCode = status === 0 && failed === 0 && passed > 0 ? 0 : 1;

/** A file that did not even start counts as one failure; so does a run that left no results. */
function tally(file) {
	try {
		const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
			readFileSync(file, 'utf8'),
		);
		return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
	} catch {
		return { passed: 0, failed: 1 };
	}
}
