/** Of Shopify's package only the schema is read; what its own server needs would be half an app framework. */
const readPackage = (manifest) =>
	manifest.name === '@shopify/dev-mcp' ? { ...manifest, dependencies: {} } : manifest;

module.exports = { hooks: { readPackage } };
