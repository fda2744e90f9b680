/** Doc of A, with é and 😀 before what follows. */
export default class A<T> extends B.C<T> implements I, J.K<T> {
  private x: number = 1;
  static handler = async (e: Event) => { const inner = 1; };
  constructor(a: string) { super(); }
  /* 😀 */ async send(a: number, ...b: string[]): Promise<void> { const q = require('./q'); }
  abstract foo(): void;
  get z() { return 1 }
  ['computed']() {}
}
import type { X as Y, Z } from './types';
import type from './type';
import D, * as ns from "../ns";
import { type U, V } from '@/u';
import './side';
import fs = require('./fs');
export * from './star';
export { a as b } from './named';
export * as q from './q';
// A function
// in two lines.
export const f = (a: string): void => { import('./dyn'); }, g = 5;
export interface Shape extends Base, Other<T> { area(): number; n: string; nested: { hidden: 1 } }
export type Alias = string | number;
export enum Color { Red, Green = 2 }
namespace N.M { export function inner() { function deeper() {} } }
declare module 'foo' { export function bar(): void; }
declare global { interface Window { q: 1 } }
function over(a: string): void;
export function* gen<T>(
  x: T,
) { class In { m() {} } }
const { p, ...r } = require("./destr");
try { require(`./maybe`) } catch {}
require('./' + name);
let v: import('./tt').T;
@decorated()
export class Late {}
function broken( {
class AfterBroken { kept() {} }
