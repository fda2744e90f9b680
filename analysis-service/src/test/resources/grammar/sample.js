'use strict';
var express = require('./lib/express'), other = require("debug")('x');
exports.a = function (x, y) { return x; };
module.exports.b = (z) => z;
app.use = function use(fn) {};
Foo.prototype.bar = async function (q) { local = 1; };
module.exports = { method() { function within() {} }, key: function () {} };
const Klass = class extends Base { static go() {} };
async function* stream() { yield <div className="x">{() => 1}</div>; }
export { default } from './reexport.mjs';
export default () => {};
