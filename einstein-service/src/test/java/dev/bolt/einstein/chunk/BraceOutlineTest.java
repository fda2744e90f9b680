package dev.bolt.einstein.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BraceOutlineTest {
    private final Chunker chunker = new Chunker(new ChunkProperties(40, 10, 20));

    /** The named chunks as {@code kind name first-last}. */
    private List<String> named(String path, String text) {
        return chunker.chunk(path, text).stream()
                .filter(chunk -> chunk.symbol() != null)
                .map(chunk -> "%s %s %d-%d"
                        .formatted(chunk.kind().word(), chunk.symbol(), chunk.startLine(), chunk.endLine()))
                .toList();
    }

    @Test
    void cutsJava() {
        assertThat(named("a/Cart.java", """
                package shop;

                /** What is bought. */
                @Table({"cart", "{"})
                public final class Cart<T extends Item> implements Iterable<T> {
                    private int limit = 3; // }

                    Cart(int limit) {
                        this.limit = limit;
                    }

                    /* The sum. */
                    @Override
                    public <N extends Number> Map<String, N> total(Map<String, N> of) throws IOException {
                        items.forEach(item -> {
                            if (item.isFree()) { skip('{'); }
                        });
                        return new HashMap<>() {
                            int inner() { return 1; }
                        };
                    }

                    record Line(String name, int count) {}

                    enum Kind { A, B }
                }
                """))
                .containsExactly(
                        "class Cart 3-6",
                        "function Cart.Cart 8-10",
                        "function Cart.total 12-21",
                        "class Cart.Line 23-23",
                        "class Cart.Kind 25-25",
                        "class Cart 26-26");
    }

    @Test
    void saysWhatStandsOverADefinition() {
        Chunk chunk = chunker.chunk("cart.ts", """
                import x from 'x'

                /**
                 * Sums up what is bought.
                 * @param cart the cart
                 */
                export async function total(
                  cart: Cart,
                ): Promise<number> {
                  return 1
                }
                """).getLast();
        assertThat(chunk.startLine()).isEqualTo(3);
        assertThat(chunk.doc()).isEqualTo("Sums up what is bought.");
        assertThat(chunk.signature()).isEqualTo("export async function total( cart: Cart, ): Promise<number>");
    }

    @Test
    void cutsScripts() {
        assertThat(named("cart.js", """
                'use strict'
                const pattern = /[{]/g, quoted = `{ ${pattern}`
                function total({ items, tax = {} }, ...rest) {
                  return items.map(function (item) { return item.price })
                }
                const pay = async (cart) => {
                  await cart.pay()
                }
                exports.refund = function (cart) {
                  cart.refund()
                }
                Cart.prototype.empty = function () {
                  this.items = []
                }
                class Basket extends Cart {
                  constructor() {
                    super()
                  }
                  get size() {
                    return 1
                  }
                }
                export default {
                  methods: {
                    close(door) { return door },
                  },
                }
                describe('a cart', () => {
                  it('is empty', () => {
                    render({ setup() { return 1 } })
                  })
                })
                if (ready) {
                  start()
                }
                """))
                .containsExactly(
                        "function total 3-5",
                        "function pay 6-8",
                        "function refund 9-11",
                        "function Cart.empty 12-14",
                        "class Basket 15-15",
                        "function Basket.constructor 16-18",
                        "function Basket.size 19-21",
                        "class Basket 22-22",
                        "function close 25-25");
    }

    @Test
    void cutsGo() {
        assertThat(named("cart.go", """
                package shop

                // Cart holds what is bought.
                type Cart struct {
                	Items map[string]struct{}
                }

                func (c *Cart) Total(of func(Item) int) (int, error) {
                	defer func() { recover() }()
                	return 1, nil
                }

                func Map[T any](items []T) map[string]interface{} {
                	return map[string]interface{}{"a": 1}
                }
                """))
                .containsExactly("class Cart 3-6", "function Cart.Total 8-11", "function Map 13-15");
    }

    @Test
    void cutsRust() {
        assertThat(named("cart.rs", """
                const HELP: &str = r#"
                fn no() { "quoted"
                "#;

                /// What is bought.
                #[derive(Clone)]
                pub struct Cart<'a> {
                    name: &'a str,
                }

                impl<'a, T: Into<Item>> Extend<T> for Cart<'a>
                where
                    T: Clone,
                {
                    pub(crate) fn new<F>(make: F) -> Self where F: Fn() -> u8 {
                        match make() { b'{' => Cart { name: "{" }, _ => panic!() }
                    }
                }

                mod tests {
                    fn empty() {
                    }
                }
                """))
                .containsExactly(
                        "class Cart 5-9",
                        "class Cart 11-14",
                        "function Cart.new 15-17",
                        "class Cart 18-18",
                        "module tests 20-20",
                        "function tests.empty 21-22",
                        "module tests 23-23");
    }

    @Test
    void cutsCAndHealsAfterAPreprocessorsBranches() {
        assertThat(named("cart.c", """
                #define LOOP(x) do { \\
                	x; \\
                } while (0)
                struct cart {
                	int items;
                };
                static const struct ops ops = {
                	.open = cart_open,
                };
                /* opens */
                static int __init cart_open(struct cart *cart, int (*done)(int))
                {
                #ifdef FAST
                	if (cart->items) {
                #else
                	if (cart) {
                #endif
                		for_each(item, cart) {
                			use(item);
                		}
                	}
                	return 0;
                }
                SYSCALL_DEFINE1(cart_close, int, fd)
                {
                	return 0;
                }
                """))
                .containsExactly("class cart 4-6", "function cart_open 10-23", "function cart_close 24-27");
    }

    @Test
    void cutsCpp() {
        assertThat(named("cart.cc", """
                namespace shop {
                template <typename T, class U>
                class EXPORTED Cart final : public Base<T> {
                 public:
                  explicit Cart(int a) : Base(a), items_(a) {}
                  bool operator==(const Cart& other) const { return true; }
                };

                Cart::~Cart() {
                  auto each = [&](int x) { return x; };
                }

                int Cart::total() const noexcept LOCKS_EXCLUDED(mutex_) {
                  return 1;
                }
                }  // namespace shop
                """))
                .containsExactly(
                        "module shop 1-1",
                        "class shop.Cart 2-4",
                        "function shop.Cart.Cart 5-5",
                        "function shop.Cart.operator== 6-6",
                        "class shop.Cart 7-7",
                        "function shop.Cart.~Cart 9-11",
                        "function shop.Cart.total 13-15",
                        "module shop 16-16");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.kt    | suspend fun List<Int>.total(of: Int): Int {          | function List
            a.kt    | data class Cart(val a: Int) : Base() {                | class Cart
            a.swift | public func total(of cart: Cart) -> Int {             | function total
            a.swift | init?(name: String) {                                 | function init
            a.scala | def total(cart: Cart): Int = {                        | function total
            a.scala | object Cart extends Base {                            | class Cart
            a.php   | public static function &total(array $cart): int {     | function total
            a.php   | abstract class Cart extends Base {                    | class Cart
            a.cs    | [Route("a")] public async Task<int> Total(int a) {    | function Total
            a.cs    | public record struct Cart(int A) {                    | class Cart
            a.ts    | export type Cart<T> = {                               | class Cart
            a.ts    | declare module shop {                                 | module shop
            """)
    void knowsTheHeadersOfOtherLanguages(String path, String header, String named) {
        assertThat(named(path, header + "\n    x\n}\n")).containsExactly(named + " 1-3");
    }

    @Test
    void nestsToABound() {
        String deep = "class A {\n".repeat(2000) + "}\n".repeat(2000);
        assertThat(chunker.chunk("a.java", deep))
                .isNotEmpty()
                .allSatisfy(chunk ->
                        assertThat(String.valueOf(chunk.symbol()).length()).isLessThan(100));
    }

    @Test
    void cutsAFileWithoutDefinitionsIntoWindows() {
        assertThat(chunker.chunk("a.js", "start()\nstop()\n").stream()
                        .map(chunk -> chunk.kind().word())
                        .collect(Collectors.toSet()))
                .containsExactly("window");
    }
}
