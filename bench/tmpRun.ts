import { omsStock } from './tmpOms';
void omsStock((l)=>console.log(l));
