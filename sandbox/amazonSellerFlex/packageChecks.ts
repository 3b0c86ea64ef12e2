import { type SentPackage, type SentPackageLine, gramsOf } from './packageShape';
import { invalid } from './refused';
import type { Line, Shipment } from './shipment';

/** "At least 5 g" (reference/amazon-seller-flex.md 6.4). */
const lightestG = 5;

const checkField = (line: Line, name: string, isRequired: boolean, isThere: boolean) => {
	const say = (what: string) => invalid(`${name} of line '${line.id}' ${what}`);
	if (isRequired && !isThere) throw say('is required');
	if (!isRequired && isThere) throw say('is disallowed');
};

const checkCompliance = (line: Line, sent: SentPackageLine) => {
	const requires = line.draft.requires ?? [];
	const { serialNumbers, countryOfOrigin, itemValue, pieces, quantity } = sent;
	checkField(line, 'serialNumbers', requires.includes('serialNumbers'), Boolean(serialNumbers));
	checkField(
		line,
		'countryOfOrigin',
		requires.includes('countryOfOrigin'),
		Boolean(countryOfOrigin),
	);
	checkField(line, 'itemValue', requires.includes('itemValue'), Boolean(itemValue));
	// One for each unit; pieces with MULTIPLE only: both are guesses.
	if (serialNumbers && serialNumbers.length !== quantity) {
		throw invalid(`serialNumbers of line '${line.id}' must be ${quantity}`);
	}
	checkField(line, 'pieces', line.draft.pieceType === 'MULTIPLE', pieces !== undefined);
};

/** Labels belong to the package: required when one of its lines wants them. */
const checkHazmat = (lines: readonly Line[], { hazmatLabels }: SentPackage) => {
	const [line] = lines.filter(({ draft }) => draft.requires?.includes('hazmatLabels'));
	const [first] = lines;
	if (first)
		checkField(line ?? first, 'hazmatLabels', Boolean(line), Boolean(hazmatLabels?.length));
};

const checkPackage = ({ lines }: Shipment, sent: SentPackage) => {
	if (gramsOf(sent) < lightestG) {
		throw invalid(`weight of package '${sent.id}' is below ${lightestG} g`);
	}
	const contents = sent.packageLineItems.map((item) => {
		const line = lines.find(({ id }) => id === item.packageLineItemId);
		if (!line)
			throw invalid(`packageLineItemId '${item.packageLineItemId}' is not of the shipment`);
		checkCompliance(line, item);
		return line;
	});
	checkHazmat(contents, sent);
};

const unitsOf = (packages: readonly SentPackage[], lineId: string) =>
	packages
		.flatMap(({ packageLineItems }) => packageLineItems)
		.filter(({ packageLineItemId }) => packageLineItemId === lineId)
		.reduce((sum, { quantity }) => sum + quantity, 0);

/** All packages of a shipment at once: every unit is in one of them. */
export const checkPackages = (shipment: Shipment, packages: readonly SentPackage[]): void => {
	if (new Set(packages.map(({ id }) => id)).size < packages.length) {
		throw invalid('the id of a package must be unique in the shipment');
	}
	for (const sent of packages) checkPackage(shipment, sent);
	for (const { id, draft } of shipment.lines) {
		const units = unitsOf(packages, id);
		if (units !== draft.quantity) {
			throw invalid(`line '${id}' has ${draft.quantity} units, and the packages ${units}`);
		}
	}
};
