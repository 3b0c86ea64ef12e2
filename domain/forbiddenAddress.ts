type Range = readonly [network: string, prefix: number];

/** Link-local (RFC 3927, RFC 4291 2.5.6), and where clouds tell a machine its own secrets outside of it. */
const ranges: Readonly<Record<'ipv4' | 'ipv6', readonly Range[]>> = {
	ipv4: [
		['169.254.0.0', 16],
		// Alibaba, Azure, Oracle
		['100.100.100.200', 32],
		['168.63.129.16', 32],
		['192.0.0.192', 32],
	],
	ipv6: [
		['fe80::', 10],
		// Amazon, Google
		['fd00:ec2::', 32],
		['fd20:ce::254', 128],
	],
};

/** An IPv4 address in one of IPv6: IPv4-compatible (RFC 4291 2.5.5.1), translated (RFC 2765), NAT64 (RFC 6052). */
const embeddings = ['::', '::ffff:0:', '64:ff9b::'];

/** What no node calls unless its credential allows it. Loopback and private networks are not among it. */
export const forbiddenRanges = {
	ipv4: ranges.ipv4,
	ipv6: [
		...ranges.ipv6,
		...ranges.ipv4.flatMap(([network, prefix]) =>
			embeddings.map((before): Range => [`${before}${network}`, 96 + prefix]),
		),
	],
};

const names: ReadonlySet<string> = new Set([
	'instance-data',
	'instance-data.ec2.internal',
	'metadata',
	'metadata.azure.internal',
	'metadata.goog',
	'metadata.google.internal',
	'metadata.tencentyun.com',
]);

/** Names that clouds give such an address, for where a name is not looked up here, as behind a proxy. */
export const isForbiddenName = (host: string): boolean => names.has(host.toLowerCase());
