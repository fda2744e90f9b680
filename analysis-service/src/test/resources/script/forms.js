#!/usr/bin/env node
'use strict';
import whole, * as all from "./whole.js";
import { a, b as c, default as d, "e-f" as g, } from './named.mjs';
import type from './type';
import {} from './nothing';
import './bare.css' with { type: 'css' };
import data from "./data.json" assert { type: "json" }
import defer * as late from './late';
export * from './star';
export * as stars from './stars';
export { a as b, default, "x y" as z } from './again';
export {};
export { here };
const one = require('one'), two = require(`two`).part, three = require("three")('x');
const { four } = require('four');
require('five' + one);
require(six);
require(`./${one}`);
let seven = await import('./seven'), eight = import(`eight`);
import.meta.resolve('x');
try { require('nine'); } catch { require('ten') } finally { f(() => require('eleven')); }
function twelve() { require('twelve'); }
(a = require('thirteen')) => a;
require(/* first */ 'fourteen', 1);

/**
 * Says what it does.
 * And more.
 */
export function documented(a, { b, c: [d = 1, ...e] }, ...f) { function inner() {} return inner }

// Not of the next one.

function bare() {}
call(); // behind code
function undocumented() {}
// first line
// second line
async function * generator(x = `a${ `b${c}` }d`, y = /[/]}`"'/u) {
  yield* other(); yield /re/.test(x); await wait`x`;
}
export default async function () { nameless(); }

/* Of both. */
let u = 1, v = function named(a) { return a / 2 / g }, w = async x => x, [y] = z;
var big = 0x1_Fn, point = .5e-3 + 1..toFixed() + 1.5.toFixed(), octal = 0o17;
for (let i = 0, n = size(); i < n; i++) {}
for (const each of every) {} for (const key in keys) {} for (var old in 'a' in b ? c : d) {}
for await (const part of parts()) { use(part) }
if (a) /re/.exec(b); else if (a / b / c) d(/[\]/]/g)
label: while (true) { if (x) break label
  continue }
do x++
while (x < 5) y()
a = b
++c
a = b
/hi/g.exec(c).map(d)
x = a ? (b) : c => d;
x = a ? (b, c) => d : (e);
x = y ? z ? function () { p() } : class { q() {} } : { r() { s() } };
switch (a) { case (b): c(); case d ? e : f: g(); default: class InSwitch {} }
exports.out = function out(a) {};
module.exports.arrow = async (a, b) => { exports.hidden = function () {} };
module.exports = function () {};
Thing.prototype.method = function * (a) {};
app.use = (b), app.get = function () {};
Thing.Inner = class extends Base.Part { run() {} #secret = () => {}; static { const t = stat(); } };
const Made = class extends mixin(Base) { go() {} }, Other = class Own extends Base {}.part, Third = new class { no() {} };
@decorated(option) @plain export class Decorated extends a.b.C {
  /** A field. */
  field = 1; static shared
  'quoted' = function (a) {}; 12 = 3; [computed()] = 4; #private = () => 1
  static async *[Symbol.iterator]() {}
  /** A method. */
  @bound method(a) { this.other(a); super.method(); this.#private(); a?.b?.(c)?.[d].e(); new.target.f() }
  get value() { return 1 } set value(v) {} get() {} set() {} static() {} async() {}
  static
  constructor(a) { super(a) } ; in() {} async
  after() {}
}
const object = { method() { function inMethod() {} }, get x() { return 1 }, async *y() {}, 'z': class { no() {} }, [k]: 1, u, ...v, async: 1, get: 2, set, static() {} };
const tag = html`<a href="${link(`${deep}`)}">${ { a: 1 }.a }</a>`, chain = a
  .first()
  // between
  .second(function () { third() })
new Foo; new Foo.Bar(); new (factory())(); new foo().bar(); (0, called)(); called?.(); "text".trim(); [].concat(); /a/.test();
const element = <Page title="it's > {" count={count(1)} {...spread()} data-x='a&quot;' ns:attr="b" on={() => <b />}>
  text with 'quotes, {braces()} and {/* a comment } */} <br/> <this.Tag.Inner /> <small.Caps/> <lower-case />
  <>{list.map(each => <Item key={each}>{each}</Item>)}</> { ...more() } it's
</Page>;
a < b; c > (d); a<b>c; less << 2 >>> 1 >= 3; x = a <b && c> d;
var \u0061bc = "\
two lines", größe = 'é😀';
delete a.b, void c(), typeof d(); !function () { iife() }(); ~(() => arrow())();
a ||= b(); a &&= c; a ??= d; a **= e; a >>>= f; a?.5:1; a ?? b;
async () => await async(x); async(y); async x => x; let of = let_; yield_; get; set
if (x) function sloppy() {} else ;
debugger; throw new Error(`${x}`)
function last(a, b,) { return
  a() }
