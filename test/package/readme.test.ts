import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { channels } from '../../channels';
import { AmazonSellerFlex } from '../../nodes/AmazonSellerFlex/AmazonSellerFlex.node';
import { Babyshop } from '../../nodes/Babyshop/Babyshop.node';
import { Ikas } from '../../nodes/Ikas/Ikas.node';
import { Oker } from '../../nodes/Oker/Oker.node';
import { OmnifulHub } from '../../nodes/Omniful/OmnifulHub.node';
import { ShopifyHub } from '../../nodes/Shopify/ShopifyHub.node';
import { TheIconic } from '../../nodes/TheIconic/TheIconic.node';
import { UniwareHub } from '../../nodes/Uniware/UniwareHub.node';
import { templateNames } from '../support/templates';

const nodes: Readonly<Record<keyof typeof channels, INodeTypeDescription>> = {
	amazonSellerFlex: new AmazonSellerFlex().description,
	babyshop: new Babyshop().description,
	ikas: new Ikas().description,
	oker: new Oker().description,
	omniful: new OmnifulHub().description,
	shopify: new ShopifyHub().description,
	theIconic: new TheIconic().description,
	uniware: new UniwareHub().description,
};

const root = join(__dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

const cells = (line: string) =>
	line
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());

const labels = ({ options = [] }: INodeProperties) => options.map(({ name }) => name);

/** What the user can pick in the node: resource label to operation labels. */
function offered({ properties }: INodeTypeDescription): Record<string, string> {
	const resource = properties.find(({ name }) => name === 'resource');
	const operations = properties.filter(({ name }) => name === 'operation');
	return Object.fromEntries(
		(resource?.options ?? []).map((option) => {
			const value = 'value' in option ? option.value : '';
			const shown = operations.filter((one) =>
				one.displayOptions?.show?.resource?.includes(value as string),
			);
			return [option.name, shown.flatMap(labels).sort().join(', ')];
		}),
	);
}

test.each(Object.values(nodes))(
	'README lists what $displayName offers, no more and no less',
	(description) => {
		const lines = readme.split('\n').filter((line) => line.startsWith('|'));
		const heads = cells(lines.find((line) => line.startsWith('| Channel |')) ?? '').slice(1, -1);
		const row = cells(
			lines.find((line) => line.startsWith(`| ${description.displayName} |`)) ?? '',
		);
		const listed = Object.fromEntries(
			heads.map((head, at) => [head, row[at + 1]]).filter(([, cell]) => cell !== ''),
		);
		expect(listed).toEqual(offered(description));
	},
);

test('README lists the templates, no more and no less', () => {
	const listed = [...readme.matchAll(/^\| `workflows\/(.+)\.json` \|/gm)].map(([, name]) => name);
	expect(listed.sort()).toEqual([...templateNames]);
});

describe("the contributors' guide", () => {
	const guide = readFileSync(join(root, 'docs/contributing.md'), 'utf8');
	const quoted = [...guide.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);

	test('names only files and folders that there are, those of its example apart', () => {
		const paths = quoted.filter((text) => /^[\w.-]+\/[\w./-]*$/.test(text));
		const isExample = (path: string) => /acmeShop/i.test(path);
		expect(paths.filter((path) => !isExample(path) && !existsSync(join(root, path)))).toEqual([]);
	});

	test('names only commands that there are', () => {
		const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
		const named = [...guide.matchAll(/[`&] ?pnpm ([a-z]+)/g)].map(([, name]) => name);
		const known = [...Object.keys(scripts), 'exec'];
		expect(named.filter((name = '') => !known.includes(name))).toEqual([]);
	});
});
