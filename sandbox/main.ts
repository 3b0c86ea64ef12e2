import { ikasSandbox } from './ikas';
import { sampleProducts, samples } from './ikas/samples';
import { serve } from './serve';

const usualPort = 4010;

/** `pnpm sandbox [port]`: a pretend ikas to try things out against, without an account. */
const main = async () => {
	const ikas = ikasSandbox();
	const skus = ikas.seed(sampleProducts).flatMap(({ variants }) => variants.map(({ sku }) => sku));
	for (const { id } of ikas.state().locations) {
		ikas.setStock(skus.map((sku) => ({ sku: sku ?? '', location: id, quantity: 10 })));
	}
	const placed = ikas.place(samples);
	const { url } = await serve(ikas, Number(process.argv[2] ?? usualPort));
	const { storeName } = ikas.state().merchant;
	const lines = [
		'ikas sandbox',
		`  API URL        ${url}`,
		`  Store Name     ${storeName}`,
		`  Client ID      ${ikas.credential.clientId}`,
		`  Client Secret  ${ikas.credential.clientSecret}`,
		`  Orders         ${placed.map(({ number }) => number).join(', ')}`,
		`  Products       ${skus.join(', ')}`,
		`  Place one more curl ${url}/__sandbox/orders -d '{"orders":[{"lines":[{"sku":"GOMLEK-M","quantity":1}]}]}'`,
		`  Add a product  curl ${url}/__sandbox/products -d '{"products":[{"variants":[{"sku":"FULAR"}]}]}'`,
		`  Count its stock curl ${url}/__sandbox/stock -d '{"counts":[{"sku":"FULAR","quantity":5}]}'`,
		`  See all        curl ${url}/__sandbox/state`,
		'',
	];
	process.stdout.write(lines.join('\n'));
};

void main();
