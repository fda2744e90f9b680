import type { Line } from './view';
export { default as view } from './view';
/** What is bought. */
export abstract class Cart<T extends Line> implements Iterable<T> {
  private readonly lines: T[] = [];
  constructor(public name: string) {}
  abstract price(line: T): number;
  *[Symbol.iterator]() { yield* this.lines; }
}
export interface Store { load(path: string): Promise<Cart<Line>>; }
export type Key = keyof Store | 'none';
export enum Kind { Small, Large = 2 }
namespace Inner { export const one = <number>1 as const; }
