/**
 * Has a package loaded by Node itself, once per process of jest; what jest loads, it loads anew for every test file. jest has
 * its own `node:module`, so the one of Node is that of the context around.
 */
const outside = "require('node:vm').runInThisContext('process').getBuiltinModule('node:module')";

module.exports = {
	process: () => ({ code: `module.exports = ${outside}.createRequire(__filename)(__filename);` }),
	getCacheKey: () => outside,
};
