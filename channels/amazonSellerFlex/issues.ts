import type { Reading } from '../fields';
import { text } from '../fields';
import { said } from './said';
import type { AmazonIssue } from './types';

/** Those that kept Amazon from taking it. The others are hints (reference/amazon-seller-flex.md 11.1). */
export const isFault = ({ fields }: Reading<AmazonIssue>): boolean => fields.severity === 'ERROR';

/** Several for one listing are told together. */
export const inWords = (issues: readonly Reading<AmazonIssue>[]): string =>
	said(
		issues
			.slice(0, 3)
			.map((issue) => `${text(issue, 'message')} (${text(issue, 'code')})`)
			.join(' '),
	);
