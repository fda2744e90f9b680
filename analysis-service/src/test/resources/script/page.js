<!-- a comment as in HTML
var before = 1; <!-- another
/* one that ends
a line */ --> an end as in HTML
with (before) after(1 --> 0);
let async; async
(x)
var yield = function () {}, await = 2, let = 3
if (before) function sloppy() { require('sloppy') }
--> the last
