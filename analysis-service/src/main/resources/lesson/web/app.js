'use strict';
const cart = require('./cart');
exports.start = async function (port, ...rest) {
  const { total = 0, ...others } = await cart.load(`/orders/${port}`);
  for (const each of rest) each?.run(total ?? others);
  return rest.map((one) => ({ one, two: /x+/g.test(one) }));
};
function* numbers() { yield* [1, 2, 3]; }
class App extends cart.Cart { #size = 1; static of() { return new App(); } get size() { return this.#size; } }
App.prototype.stop = function () { try { throw new Error('stop'); } catch { delete this.cart; } };
