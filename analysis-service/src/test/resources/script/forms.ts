import type { A, B as C } from './types';
import type D from './default';
import type * as E from './all';
import { type F, type as G, type as, type as as H, I } from './mixed';
import fs = require('fs');
import type Only = require('only');
import Alias = Space.Inner.Deep;
export import Again = require('again');
export type { J } from './exported';
export type * from './every';
export type * as K from './named';
export = whole;
export as namespace Umd;
import type, { type L } from './word';

/** An interface. */
export interface Shape<in out T extends Base = Other> extends Parent, Space.Type<T>, Generic<U> {
  /** A property. */
  readonly name: string; optional?: Named | undefined
  method<K extends keyof T>(this: Shape<T>, a?: K, ...rest: T[K][]): asserts a is NonNullable<K>;
  get value(): Read; set value(v: Write)
  (call: number): void, new (made: string): Shape<T>
  [index: string]: unknown; [Symbol.iterator](): Iterator<T>; 'quoted-name'?: { hidden(): Hidden }; 12: Twelve
}
type Mapped<T> = { -readonly [K in keyof T as `get${Capitalize<K & string>}`]-?: () => T[K] } & Partial<T>;
type Conditional<T> = T extends (infer U extends string)[] ? U : T extends { a: infer V } ? V : never
type Functions = ((a: One, b?: Two) => Three) | (new (...args: any[]) => Four) | (abstract new () => Five);
type Tuples = [first: Six, second?: Seven, ...rest: Eight[]] | [Nine?, ...Ten] | readonly Eleven[];
type Others = typeof import('./queried') | import('./imported', { with: { 'resolution-mode': 'import' } }).Twelve<Thirteen> | typeof value.part<Fourteen>;
type Literal = -1 | 'a' | `b${Fifteen}` | true | null | void | undefined | unique symbol | (Sixteen) | this;
type Predicate = (x: unknown) => x is Seventeen; type Generic<T> = <U>(x: U) => x is Eighteen<T>;
export enum Color { /** Like blood. */ Red = 1 << 2, 'dark-green', Blue = Red | compute() }
declare const enum Inlined { One }
const enum Plain { Two = `2` }
namespace Outer.Inner { export const inside = 1; namespace Deep { function fn() {} } }
declare module 'ambient' { import { X } from 'y'; export function ambient(a: X): void; export default interface Only {} }
declare module 'short';
declare global { interface Window { extra: Extra } var globalVariable: string }
declare function declared(a: number): string
declare let first: First, second: Second;
declare class Ambient { method(a: string): void; static field: number }

/** Overloaded. */
export function overloaded(a: string): void;
export function overloaded(a: number): void;
export function overloaded(this: Window, a: string | number, b: number = 1): void { overloaded<string>(a); }
export abstract class Abstract<T> extends Parent.Inner<T> implements Shape<T>, Second, Space.Third {
  private readonly a: Typed = new Typed<string>(); declare b?: string; static readonly c!: C; override d = 1; accessor e = 2
  constructor(private readonly injected: Injected, @Inject(Token) public other?: Service) { super() }
  abstract abstractMethod(a: string): void
  abstract get abstractGetter(): string;
  protected async *generator<T>(this: this, x: T): AsyncGenerator<T> { yield x as T; }
  overload(a: string): void; overload(a: any) { return <any>a }
  handler = async (event: Event): Promise<void> => { const hidden = 1 }; static = 1; readonly; declare; get;
  [key: string]: unknown; static { setup(); } public static override async over() {}
  /** With a decorator. */
  @Input({ required: true })
  decorated: string;
  /** On one line. */
  @Output() out = new EventEmitter<void>();
  /** A listener. */
  @HostListener('click', ['$event'])
  listen(e: MouseEvent) {}
}
/** A component. */
@Component({ selector: 'a', template: `<b>${c}</b>` })
export class Decorated {}
@Injectable() export default abstract class Last {}
const cast = <Cast>value, asserted = <const>['a'], as = x as unknown as As, sat = { a: 1 } satisfies Sat, non = a!.b!.c(), d = e!();
const generic = <T,>(x: T): T => x, bound = <T extends Bound>(x: T) => x, predicate = (x: any): x is Pred => !!x;
const optional = (a?: string, { b }: { b: B } = {}, [c]: C[] = []): void => {}, asynchronous = async <T>(x: T): Promise<T> => x;
const compare = a < b, both = a < b || c > d, call = f<A, B>(c), tagged = tag<A>`x`, made = new Map<string, Set<X>>(), inst = f<A>;
const branch = a ? (b) : c => d, typed = a ? (b): c => d : e, nested = a ? (b, c) : (d), fn = a ? (x: X) => x : (y: Y): Y => y;
const expression = class<T> extends Base<T> implements Iface { member(): void {} }, wrapped = class { lost() {} } as Ctor;
for (const x of <any>xs) {} for (let i: number = 0; i < n; i++) {} let definite!: Definite;
try { const m = require('m') as M; } catch (e: unknown) { import('./caught') }
function assertIsString(x: unknown, y: typeof x): asserts x is string {} function asserted2(x): asserts x {}
type; declare; namespace; module; abstract; let type = 1; type = declare; of(as); const get = is, set = asserts, keyof = infer;
using resource = open(); await using later = opened();
let x: typeof import('./tt').T, y: A.B.C<D>[] = [], z: (string | number)[], o: { a: 1; b(): void }, big: bigint;
export default class extends Nameless { unseen() {} }
if (a < (b as number) && c > d) { g<H>?.(i) }
label: for (;;) { break label }
class Lined<T> extends Parent<T>
  implements Second {}
class Braced<T> extends Space.Parent<T> {}
