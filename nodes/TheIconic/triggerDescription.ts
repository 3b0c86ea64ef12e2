import type { INodeProperties } from 'n8n-workflow';
import { triggerFields } from '../channel/triggerFields';
import { access } from './access';

export const properties: INodeProperties[] = triggerFields(access.label);
