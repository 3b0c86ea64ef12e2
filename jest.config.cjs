/** Transpiles only: types are checked by `pnpm lint`. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testTimeout: 60_000,
	// Many tests wait for a server: one core less, as jest would have it, is half of a small machine.
	maxWorkers: '100%',
	transform: {
		'\\.ts$': [
			'ts-jest',
			{
				tsconfig: {
					module: 'commonjs',
					target: 'es2024',
					esModuleInterop: true,
					isolatedModules: true,
				},
				diagnostics: false,
			},
		],
	},
};
