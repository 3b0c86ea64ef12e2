import type { INodeProperties } from 'n8n-workflow';
import { newStore } from '../../domain/newStore';
import { triggerFields } from '../channel/triggerFields';
import { access } from './access';

const { label, connector } = access;
const { overlapMinutes } = { ...newStore, ...connector.usual };

export const properties: INodeProperties[] = triggerFields(label, overlapMinutes);
