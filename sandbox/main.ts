import { amazonSandbox } from './amazonSellerFlex';
import * as amazonSamples from './amazonSellerFlex/samples';
import { babyshopSandbox } from './babyshop';
import * as babyshopSamples from './babyshop/samples';
import { ikasSandbox } from './ikas';
import { sampleProducts, samples } from './ikas/samples';
import { okerSandbox } from './oker';
import { basePath } from './oker/calls';
import * as okerSamples from './oker/samples';
import { omnifulSandbox } from './omniful';
import { sampleSkus } from './omniful/samples';
import { serve } from './serve';
import { shopifySandbox } from './shopify';
import * as shopifySamples from './shopify/samples';
import { theIconicSandbox } from './theIconic';
import * as iconicSamples from './theIconic/samples';
import { uniwareSandbox } from './uniware';
import { sampleItems } from './uniware/samples';

const usualPort = 4010;

const openIkas = async (port: number): Promise<readonly string[]> => {
	const ikas = ikasSandbox();
	const skus = ikas.seed(sampleProducts).flatMap(({ variants }) => variants.map(({ sku }) => sku));
	for (const { id } of ikas.state().locations) {
		ikas.setStock(skus.map((sku) => ({ sku: sku ?? '', location: id, quantity: 10 })));
	}
	const placed = ikas.place(samples);
	const { url } = await serve(ikas, port);
	const { storeName } = ikas.state().merchant;
	return [
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
	];
};

const openAmazon = async (port: number): Promise<readonly string[]> => {
	const amazon = amazonSandbox();
	const products = amazon.seed(amazonSamples.sampleProducts);
	const placed = amazon.place(amazonSamples.samples);
	const { url } = await serve(amazon, port);
	const {
		marketplace,
		sellerId,
		clientId,
		clientSecret,
		refreshToken,
		applicationId,
		redirectUri,
	} = amazon.credential;
	return [
		'Amazon Seller Flex sandbox',
		`  Country        United Arab Emirates (${marketplace})`,
		`  Environment    Own Server`,
		`  API URL        ${url}`,
		`  Login URL      ${url}`,
		`  Client ID      ${clientId}`,
		`  Client Secret  ${clientSecret}`,
		`  Refresh Token  ${refreshToken}`,
		`  Seller ID      ${sellerId}`,
		`  Application ID ${applicationId}`,
		`  Redirect URI   ${redirectUri}`,
		`  Redirect URL   curl ${url}/__sandbox/authorise -d '{}' gives one that is good for five minutes`,
		`  Locations      ${amazon
			.state()
			.locations.map(({ id }) => id)
			.join(', ')}`,
		`  Orders         ${placed.map(({ buyerOrderId }) => buyerOrderId).join(', ')}`,
		`  SKUs (ASIN)    ${products.map(({ sku, asin }) => `${sku} (${asin})`).join(', ')}`,
		`  Place one more curl ${url}/__sandbox/orders -d '{"orders":[{"lines":[{"sku":"ABAYA-M","quantity":1}]}]}'`,
		`  Ship it        curl ${url}/__sandbox/orders/advance -d '{"id":"...","status":"SHIPPED"}'`,
		`  See all        curl ${url}/__sandbox/state`,
	];
};

const openBabyshop = async (port: number): Promise<readonly string[]> => {
	const babyshop = babyshopSandbox();
	const products = babyshop.seed(babyshopSamples.sampleProducts);
	const placed = babyshop.place(babyshopSamples.samples);
	const { url } = await serve(babyshop, port);
	const { username, password } = babyshop.credential;
	const codes = products.map(
		({ sku, vendorSkuCode }) => `${sku} (${vendorSkuCode?.trim() || 'none'})`,
	);
	return [
		'Babyshop and Centrepoint sandbox',
		`  Base URL       ${url}/RestWS/api/sellerPanel/v3`,
		`  Username       ${username}`,
		`  Password       ${password}`,
		`  Time Zone      ${babyshop.state().timeZone}`,
		`  Orders         ${placed.map(({ number }) => number).join(', ')}`,
		`  SKUs (Vendor)  ${codes.join(', ')}`,
		`  Place one more curl ${url}/__sandbox/orders -d '{"orders":[{"lines":[{"sku":"BS-1000101","quantity":1}]}]}'`,
		`  Ship it        curl ${url}/__sandbox/orders/advance -d '{"id":"...","status":"15"}'`,
		`  Cancel a line  curl ${url}/__sandbox/orders/cancel-lines -d '{"id":"...","lines":[{"line":"1"}]}'`,
		`  Refuse a stock curl ${url}/__sandbox/moderation -d '{"reject":[{"sku":"BS-1000101","times":1}]}'`,
		`  See all        curl ${url}/__sandbox/state`,
	];
};

const openIconic = async (port: number): Promise<readonly string[]> => {
	const iconic = theIconicSandbox();
	const products = iconic.seed(iconicSamples.sampleProducts);
	const placed = iconic.place(iconicSamples.samples);
	const { url } = await serve(iconic, port);
	const { clientId, clientSecret } = iconic.credential;
	const offered = products.map(({ sku, available }) => `${sku} (${available})`);
	return [
		'The Iconic sandbox',
		'  Environment    Own Server',
		`  API URL        ${url}`,
		`  Client ID      ${clientId}`,
		`  Client Secret  ${clientSecret}`,
		`  Orders         ${placed.map(({ number }) => number).join(', ')}`,
		`  SKUs           ${offered.join(', ')}`,
		`  Place one more curl ${url}/__sandbox/orders -d '{"orders":[{"lines":[{"sku":"DRESS-8"}]}]}'`,
		`  Deliver it     curl ${url}/__sandbox/orders/advance -d '{"id":"...","status":"delivered"}'`,
		`  Cancel it      curl ${url}/__sandbox/orders/cancel -d '{"id":"..."}'`,
		`  See all        curl ${url}/__sandbox/state`,
	];
};

const openShopify = async (port: number): Promise<readonly string[]> => {
	const shopify = shopifySandbox();
	shopify.seed(shopifySamples.sampleProducts);
	const placed = shopify.place(shopifySamples.samples);
	const { url } = await serve(shopify, port);
	const { shop, clientId, clientSecret, accessToken } = shopify.credential;
	const { locations, products } = shopify.state();
	const skus = products.flatMap(({ variants }) => variants.map(({ sku }) => sku));
	return [
		'Shopify sandbox',
		`  Base URL       ${url}`,
		`  Shop           ${shop}`,
		`  Client ID      ${clientId}`,
		`  Client Secret  ${clientSecret}`,
		`  Static Token   ${accessToken}`,
		`  Locations      ${locations.map(({ id, name }) => `${name} (${id})`).join(', ')}`,
		`  Orders         ${placed.map(({ name }) => name).join(', ')}`,
		`  SKUs           ${skus.join(', ')}`,
		`  Place one more curl ${url}/__sandbox/orders -d '{"orders":[{"lines":[{"sku":"SCARF","quantity":1}]}]}'`,
		`  Ship it        curl ${url}/__sandbox/orders/fulfil -d '{"id":"#1001","tracking":{"company":"Australia Post","number":"33ABC"}}'`,
		`  Count stock    curl ${url}/__sandbox/stock -d '{"counts":[{"sku":"SCARF","quantity":5}]}'`,
		`  See all        curl ${url}/__sandbox/state`,
	];
};

const openOker = async (port: number): Promise<readonly string[]> => {
	const oker = okerSandbox();
	oker.seed(okerSamples.sampleProducts);
	const placed = oker.place(okerSamples.samples);
	const { url } = await serve(oker, port);
	const { username, password } = oker.credential;
	const { warehouses, listings } = oker.state();
	return [
		'Oker sandbox',
		`  Base URL       ${url}${basePath}`,
		`  Username       ${username}`,
		`  Password       ${password}`,
		`  Warehouses     ${warehouses.map(({ code }) => code).join(', ')}`,
		`  Orders         ${placed.map(({ number }) => number).join(', ')}`,
		`  SKUs           ${listings.map(({ sku }) => sku || 'none').join(', ')}`,
		`  Place one more curl ${url}/__sandbox/orders -d '{"orders":[{"lines":[{"sku":"TEE-RED-M","quantity":1}]}]}'`,
		`  Deliver it     curl ${url}/__sandbox/orders/advance -d '{"id":"...","status":"DELIVERED"}'`,
		`  Cancel it      curl ${url}/__sandbox/orders/cancel -d '{"id":"..."}'`,
		`  See all        curl ${url}/__sandbox/state`,
	];
};

const openUniware = async (port: number): Promise<readonly string[]> => {
	const uniware = uniwareSandbox();
	uniware.seed(sampleItems);
	const { url } = await serve(uniware, port);
	const { username, password } = uniware.credential;
	const { facilities, channels, items } = uniware.state();
	return [
		'Uniware sandbox',
		`  Base URL       ${url}`,
		`  Username       ${username}`,
		`  Password       ${password}`,
		`  Facilities     ${facilities.map(({ code, name }) => `${name} (${code})`).join(', ')}`,
		`  Channels       ${channels.join(', ')}`,
		`  SKUs           ${items.map(({ sku }) => sku).join(', ')}`,
		`  Place an order curl ${url}/__sandbox/orders -d '{"orders":[{"lines":[{"sku":"SCARF-WOOL"}]}]}'`,
		`  Allocate stock curl ${url}/__sandbox/orders/allocate -d '{}'`,
		`  Ship it        curl ${url}/__sandbox/orders/advance -d '{"code":"SO00001","to":"dispatched"}'`,
		`  Count stock    curl ${url}/__sandbox/stock -d '{"counts":[{"sku":"SCARF-WOOL","quantity":5}]}'`,
		`  See all        curl ${url}/__sandbox/state`,
	];
};

const openOmniful = async (port: number): Promise<readonly string[]> => {
	const omniful = omnifulSandbox();
	omniful.seed(sampleSkus);
	const { url } = await serve(omniful, port);
	const { credential: seller, tenantCredential: tenant, webhookSecret } = omniful;
	const { hubs, skus } = omniful.state();
	return [
		'Omniful sandbox',
		`  Environment    Own Server`,
		`  API URL        ${url}`,
		`  Client ID      ${seller.clientId}`,
		`  Client Secret  ${seller.clientSecret}`,
		`  Refresh Token  ${seller.refreshToken}`,
		`  Tenant         ${tenant.clientId}, ${tenant.clientSecret}, ${tenant.refreshToken}`,
		`  Webhook Secret ${webhookSecret}`,
		`  Hubs           ${hubs.map(({ code, name }) => `${name} (${code})`).join(', ')}`,
		`  SKUs           ${skus.map(({ sku }) => sku).join(', ')}`,
		`  Place an order curl ${url}/__sandbox/orders -d '{"orders":[{"lines":[{"sku":"SCARF-WOOL"}]}]}'`,
		`  Ship it        curl ${url}/__sandbox/orders/advance -d '{"order":"...","to":"shipped"}'`,
		`  Count stock    curl ${url}/__sandbox/stock -d '{"counts":[{"sku":"SCARF-WOOL","quantity":5}]}'`,
		`  See all        curl ${url}/__sandbox/state`,
	];
};

/** `pnpm sandbox [port]`: pretend channels to try things out against, without an account. Each has the next port. */
const main = async () => {
	const port = Number(process.argv[2] ?? usualPort);
	const lines = [
		...(await openIkas(port)),
		'',
		...(await openAmazon(port + 1)),
		'',
		...(await openBabyshop(port + 2)),
		'',
		...(await openIconic(port + 3)),
		'',
		...(await openShopify(port + 4)),
		'',
		...(await openUniware(port + 5)),
		'',
		...(await openOker(port + 6)),
		'',
		...(await openOmniful(port + 7)),
		'',
	];
	process.stdout.write(lines.join('\n'));
};

void main();
