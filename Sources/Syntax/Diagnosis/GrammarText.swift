// The grammar as the diagnosis reads it: the language reference's productions, in ordered-choice form, with further alternatives (rules
// named `invalid_...`) that match mistakes and say what is wrong. The messages and the order in which mistakes are looked
// for are CPython 3.11's, since users know them and tools match on them.
//
// Notation
//   'x' token        "x" soft keyword    NAME NUMBER STRING NEWLINE INDENT DEDENT END   rule
//   TYPE             a type comment; without type comments never there, but looked for
//   x* x+ x?         repetition          [sep:x]  one or more x between sep       (x | y)  group
//   &x !x            look ahead          ~ commit to this alternative             ^'x' demand a token
//   a=x              name a part for the message
//   {8 "..."}         the grammar of Python 3.8 must be asked for
//   => kind          make a node of this kind        => .2  the second part alone
//   -> at a "..."    fail at a; also: range a b, from a (to the last token), last (at the last token), indent a,
//                    target star|del|for a (fail if a holds no target), call name (written in Swift). % is the name of a.
// A rule marked with * keeps its result whether or not mistakes were being looked for.

let diagnosisGrammar: StaticString = """
file: statement* END
eval: expressions NEWLINE* END
interactive: compound_stmt NEWLINE | simple_stmts | NEWLINE | END
func_type: '(' type_expressions? ')' '->' expression NEWLINE* END
field: star_expressions
type_expressions: [',':expression] ',' '*' expression ',' '**' expression | [',':expression] ',' '*' expression | [',':expression] ',' '**' expression | '*' expression ',' '**' expression | '*' expression | '**' expression | [',':expression]

statement: compound_stmt | simple_stmts
simple_stmts: simple_stmt !';' NEWLINE | [';':simple_stmt] ';'? NEWLINE
simple_stmt*: assignment | star_expressions | &'return' return_stmt | &('import' | 'from') import_stmt | &'raise' raise_stmt | 'pass' | &'del' del_stmt | &'yield' yield_expr | &'assert' assert_stmt | 'break' | 'continue' | &'global' global_stmt | &'nonlocal' nonlocal_stmt
compound_stmt: &('def' | '@' | 'async') function_def | &'if' if_stmt | &('class' | '@') class_def | &('with' | 'async') with_stmt | &('for' | 'async') for_stmt | &'try' try_stmt | &'while' while_stmt | match_stmt

assignment: NAME ':' expression ('=' annotated_rhs)? {6 "Variable annotation syntax is"} | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ('=' annotated_rhs)? {6 "Variable annotation syntax is"} | (star_targets '=')+ (yield_expr | star_expressions) !'=' TYPE? | single_target augassign ~ (yield_expr | star_expressions) | invalid_assignment
annotated_rhs: yield_expr | star_expressions
augassign: '+=' | '-=' | '*=' | '@=' {5 "The '@' operator is"} | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
return_stmt: 'return' star_expressions?
raise_stmt: 'raise' expression ('from' expression)? | 'raise'
global_stmt: 'global' [',':NAME]
nonlocal_stmt: 'nonlocal' [',':NAME]
del_stmt: 'del' del_targets &(';' | NEWLINE) | invalid_del_stmt
assert_stmt: 'assert' expression (',' expression)?
import_stmt: import_name | import_from
import_name: 'import' dotted_as_names
import_from: 'from' ('.' | '...')* dotted_name 'import' import_from_targets | 'from' ('.' | '...')+ 'import' import_from_targets
import_from_targets: '(' import_from_as_names ','? ')' | import_from_as_names !',' | '*' | invalid_import_from_targets
import_from_as_names: [',':import_from_as_name]
import_from_as_name: NAME ('as' NAME)?
dotted_as_names: [',':dotted_as_name]
dotted_as_name: dotted_name ('as' NAME)?
dotted_name*: NAME ('.' NAME)*

block*: NEWLINE INDENT statement+ DEDENT | simple_stmts | invalid_block
decorators: ('@' named_expression NEWLINE)+
class_def: decorators class_def_raw | class_def_raw
class_def_raw: invalid_class_def_raw | 'class' NAME ('(' arguments? ')')? ':' block
function_def: decorators function_def_raw | function_def_raw
function_def_raw: invalid_def_raw | 'def' NAME ^'(' params? ')' ('->' expression)? ^':' func_type_comment? block | 'async' 'def' NAME ^'(' params? ')' ('->' expression)? ^':' func_type_comment? block {5 "Async functions are"}
func_type_comment: NEWLINE TYPE &(NEWLINE INDENT) | invalid_double_type_comments | TYPE
invalid_double_type_comments: TYPE NEWLINE TYPE NEWLINE INDENT -> last "Cannot have two type comments on def"

params: invalid_parameters | parameters
parameters: slash_no_default param_no_default* param_with_default* star_etc? {8 "Positional-only parameters are"} | slash_with_default param_with_default* star_etc? {8 "Positional-only parameters are"} | param_no_default+ param_with_default* star_etc? | param_with_default+ star_etc? | star_etc
slash_no_default: param_no_default+ '/' ',' | param_no_default+ '/' &')'
slash_with_default: param_no_default* param_with_default+ '/' ',' | param_no_default* param_with_default+ '/' &')'
star_etc: invalid_star_etc | '*' param_no_default param_maybe_default* kwds? | '*' param_no_default_star_annotation param_maybe_default* kwds? | '*' ',' param_maybe_default+ kwds? | kwds
kwds: invalid_kwds | '**' param_no_default
param_no_default: param ',' TYPE? => .1 | param TYPE? &')'
param_no_default_star_annotation: param_star_annotation ',' TYPE? | param_star_annotation TYPE? &')'
param_with_default: param default ',' TYPE? | param default TYPE? &')'
param_maybe_default: param default? ',' TYPE? | param default? TYPE? &')'
param: NAME annotation?
param_star_annotation: NAME ':' star_expression
annotation: ':' expression
default: '=' expression | invalid_default

if_stmt: invalid_if_stmt | 'if' named_expression ':' block elif_stmt | 'if' named_expression ':' block else_block?
elif_stmt: invalid_elif_stmt | 'elif' named_expression ':' block elif_stmt | 'elif' named_expression ':' block else_block?
else_block: invalid_else_stmt | 'else' ^':' block
while_stmt: invalid_while_stmt | 'while' named_expression ':' block else_block?
for_stmt: invalid_for_stmt | 'for' star_targets 'in' ~ star_expressions ':' TYPE? block else_block? | 'async' 'for' star_targets 'in' ~ star_expressions ':' TYPE? block else_block? {5 "Async for loops are"} | invalid_for_target
with_stmt: invalid_with_stmt_indent | 'with' '(' [',':with_item] ','? ')' ':' block {9 "Parenthesized context managers are"} | 'with' [',':with_item] ':' TYPE? block | 'async' 'with' '(' [',':with_item] ','? ')' ':' block {5 "Async with statements are"} | 'async' 'with' [',':with_item] ':' TYPE? block {5 "Async with statements are"} | invalid_with_stmt
with_item: expression 'as' star_target &(',' | ')' | ':') | invalid_with_item | expression
try_stmt: invalid_try_stmt | 'try' ^':' block finally_block | 'try' ^':' block except_block+ else_block? finally_block? | 'try' ^':' block except_star_block+ else_block? finally_block? {11 "Exception groups are"}
except_block: invalid_except_stmt_indent | 'except' expression ('as' NAME)? ':' block | 'except' ':' block | invalid_except_stmt
except_star_block: invalid_except_star_stmt_indent | 'except' '*' expression ('as' NAME)? ':' block | invalid_except_stmt
finally_block: invalid_finally_stmt | 'finally' ^':' block

match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT {10 "Pattern matching is"} | invalid_match_stmt
subject_expr: star_named_expression ',' star_named_expressions? | named_expression
case_block: invalid_case_block | "case" patterns guard? ':' block
guard: 'if' named_expression
patterns: open_sequence_pattern | pattern
pattern: as_pattern | or_pattern
as_pattern: or_pattern 'as' pattern_capture_target | invalid_as_pattern
or_pattern: ['|':closed_pattern]
closed_pattern*: literal_pattern | capture_pattern | wildcard_pattern | value_pattern | group_pattern | sequence_pattern | mapping_pattern | class_pattern
literal_pattern: signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
literal_expr: signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
complex_number: signed_real_number '+' imaginary_number | signed_real_number '-' imaginary_number
signed_number: NUMBER | '-' NUMBER
signed_real_number: real_number | '-' real_number
real_number: a=NUMBER -> call real
imaginary_number: a=NUMBER -> call imaginary
capture_pattern: pattern_capture_target
pattern_capture_target: !"_" NAME !('.' | '(' | '=')
wildcard_pattern: "_"
value_pattern: attr !('.' | '(' | '=')
attr: NAME ('.' NAME)+ => attribute
name_or_attr: attr | NAME
group_pattern: '(' pattern ')'
sequence_pattern: '[' maybe_sequence_pattern? ']' | '(' open_sequence_pattern? ')'
open_sequence_pattern: maybe_star_pattern ',' maybe_sequence_pattern?
maybe_sequence_pattern: [',':maybe_star_pattern] ','?
maybe_star_pattern: star_pattern | pattern
star_pattern*: '*' pattern_capture_target | '*' wildcard_pattern
mapping_pattern: '{' '}' | '{' double_star_pattern ','? '}' | '{' items_pattern ',' double_star_pattern ','? '}' | '{' items_pattern ','? '}'
items_pattern: [',':key_value_pattern]
key_value_pattern: (literal_expr | attr) ':' pattern
double_star_pattern: '**' pattern_capture_target
class_pattern: name_or_attr '(' ')' | name_or_attr '(' positional_patterns ','? ')' | name_or_attr '(' keyword_patterns ','? ')' | name_or_attr '(' positional_patterns ',' keyword_patterns ','? ')' | invalid_class_pattern
positional_patterns: [',':pattern]
keyword_patterns: [',':keyword_pattern]
keyword_pattern: NAME '=' pattern

expressions: expression (',' expression)+ ','? => tuple | expression ',' => tuple | expression
expression*: invalid_expression | invalid_legacy_expression | disjunction 'if' disjunction 'else' expression => conditional | disjunction | lambdef
yield_expr: 'yield' 'from' expression => yield | 'yield' star_expressions? => yield
star_expressions: star_expression (',' star_expression)+ ','? => tuple | star_expression ',' => tuple | star_expression
star_expression*: '*' bitwise_or => starred | expression
star_named_expressions: [',':star_named_expression] ','? => .1
star_named_expression: '*' bitwise_or => starred | named_expression
assignment_expression: NAME ':=' ~ expression {8 "Assignment expressions are"} => named
named_expression: assignment_expression | invalid_named_expression | expression !':='
disjunction*: conjunction ('or' conjunction)+ => expression | conjunction
conjunction*: inversion ('and' inversion)+ => expression | inversion
inversion*: 'not' inversion => expression | comparison
comparison: bitwise_or compare_op_bitwise_or_pair+ => comparison | bitwise_or
compare_op_bitwise_or_pair: '==' bitwise_or | noteq_bitwise_or | '<=' bitwise_or | '<' bitwise_or | '>=' bitwise_or | '>' bitwise_or | 'not' 'in' bitwise_or | 'in' bitwise_or => in | 'is' 'not' bitwise_or | 'is' bitwise_or
noteq_bitwise_or: a='!=' -> call notEqual
bitwise_or*: bitwise_xor ('|' bitwise_xor)* => binary
bitwise_xor*: bitwise_and ('^' bitwise_and)* => binary
bitwise_and*: shift_expr ('&' shift_expr)* => binary
shift_expr*: sum (('<<' | '>>') sum)* => binary
sum*: term (('+' | '-') term)* => binary
term*: factor (('*' | '/' | '//' | '%') factor | '@' factor {5 "The '@' operator is"})* => binary
factor*: '+' factor => expression | '-' factor => expression | '~' factor => expression | power
power: await_primary '**' factor => expression | await_primary
await_primary*: 'await' primary {5 "Await expressions are"} => await | primary
primary*: atom trailer* => fold
trailer: '.' NAME => attribute | genexp => call | '(' arguments? ')' => call | '[' slices ']' => subscript
slices: slice !',' | [',':slice_or_starred] ','?
slice_or_starred: slice | starred_expression
slice: expression? ':' expression? (':' expression?)? | named_expression
atom: NAME | 'True' => True | 'False' => False | 'None' => None | &STRING strings | NUMBER | &'(' (tuple | group | genexp) | &'[' (list | listcomp) | &'{' (dict | set | dictcomp | setcomp) | '...' => ellipsis
group: '(' (yield_expr | named_expression) ')' => .2 | invalid_group
lambdef: 'lambda' lambda_params? ':' expression => lambda
lambda_params: invalid_lambda_parameters | lambda_parameters
lambda_parameters: lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* lambda_star_etc? {8 "Positional-only parameters are"} | lambda_slash_with_default lambda_param_with_default* lambda_star_etc? {8 "Positional-only parameters are"} | lambda_param_no_default+ lambda_param_with_default* lambda_star_etc? | lambda_param_with_default+ lambda_star_etc? | lambda_star_etc
lambda_slash_no_default: lambda_param_no_default+ '/' ',' | lambda_param_no_default+ '/' &':'
lambda_slash_with_default: lambda_param_no_default* lambda_param_with_default+ '/' ',' | lambda_param_no_default* lambda_param_with_default+ '/' &':'
lambda_star_etc: invalid_lambda_star_etc | '*' lambda_param_no_default lambda_param_maybe_default* lambda_kwds? | '*' ',' lambda_param_maybe_default+ lambda_kwds? | lambda_kwds
lambda_kwds: invalid_lambda_kwds | '**' lambda_param_no_default
lambda_param_no_default: NAME ',' => .1 | NAME &':'
lambda_param_with_default: NAME default ',' | NAME default &':'
lambda_param_maybe_default: NAME default? ',' | NAME default? &':'
list: '[' star_named_expressions? ']' => list
tuple: '(' (star_named_expression ',' star_named_expressions?)? ')' => tuple
set: '{' star_named_expressions '}' => set
dict: '{' double_starred_kvpairs? '}' => dict | '{' invalid_double_starred_kvpairs '}'
double_starred_kvpairs: [',':double_starred_kvpair] ','?
double_starred_kvpair: '**' bitwise_or | kvpair
kvpair: expression ':' expression
for_if_clauses: for_if_clause+ => .1
for_if_clause: 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)* {6 "Async comprehensions are"} => clause | 'for' star_targets 'in' ~ disjunction ('if' disjunction)* => clause | invalid_for_target
listcomp: '[' named_expression for_if_clauses ']' => listcomp | invalid_comprehension
setcomp: '{' named_expression for_if_clauses '}' => setcomp | invalid_comprehension
genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')' => genexp | invalid_comprehension
dictcomp: '{' kvpair for_if_clauses '}' => dictcomp | invalid_dict_comprehension

arguments*: args ','? &')' => .1 | invalid_arguments
args: [',':positional] (',' kwargs)? => args | kwargs => args
positional: starred_expression | (assignment_expression | expression !':=') !'=' => .1
kwargs: [',':kwarg_or_starred] ',' [',':kwarg_or_double_starred] | [',':kwarg_or_starred] | [',':kwarg_or_double_starred]
starred_expression: '*' expression => starred
kwarg_or_starred: invalid_kwarg | NAME '=' expression => keyword | starred_expression
kwarg_or_double_starred: invalid_kwarg | NAME '=' expression => keyword | '**' expression => unpacking

star_targets: star_target !',' | star_target (',' star_target)* ','? => tuple
star_target*: '*' (!'*' star_target) => starred | target_with_star_atom
target_with_star_atom*: t_primary '.' NAME !t_lookahead => attribute | t_primary '[' slices ']' !t_lookahead => subscript | star_atom
star_atom: NAME | '(' target_with_star_atom ')' | '(' star_targets_tuple_seq? ')' | '[' star_targets_list_seq? ']'
star_targets_list_seq: [',':star_target] ','?
star_targets_tuple_seq: star_target (',' star_target)+ ','? | star_target ','
single_target: single_subscript_attribute_target | NAME | '(' single_target ')'
single_subscript_attribute_target: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead
t_primary*: atom &t_lookahead t_trailer* => fold
t_trailer: '.' NAME &t_lookahead | '[' slices ']' &t_lookahead | genexp &t_lookahead | '(' arguments? ')' &t_lookahead
t_lookahead: '(' | '[' | '.'
del_targets: [',':del_target] ','?
del_target*: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | del_t_atom
del_t_atom: NAME | '(' del_target ')' | '(' del_targets? ')' | '[' del_targets? ']'

invalid_arguments: a=args ',' '*' -> at a "iterable argument unpacking follows keyword argument unpacking" | a=expression b=for_if_clauses ',' (args | expression for_if_clauses)? -> call generatorRange | a=NAME b='=' expression for_if_clauses -> range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" | a=args b=for_if_clauses -> call generatorInCall | args ',' a=expression b=for_if_clauses -> call generatorTarget | a=args ',' args -> call positionalAfterKeyword
invalid_kwarg: a=('True' => True | 'False' => False | 'None' => None) b='=' -> range a b "cannot assign to %" | a=NAME b='=' expression for_if_clauses -> range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" | !(NAME '=') a=expression b='=' -> range a b "expression cannot contain assignment, perhaps you meant \\"==\\"?"
expression_without_invalid: disjunction 'if' disjunction 'else' expression => conditional | disjunction | lambdef
invalid_legacy_expression: a=NAME !'(' b=star_expressions -> call legacyStatement
invalid_expression: !(NAME STRING | SOFT_KEYWORD) a=disjunction b=expression_without_invalid -> call missingComma | a=disjunction 'if' b=disjunction !('else' | ':') -> range a b "expected 'else' after 'if' expression"
invalid_named_expression*: a=expression ':=' expression -> at a "cannot use assignment expressions with %" | a=NAME '=' b=bitwise_or !('=' | ':=') -> range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" | !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or b='=' bitwise_or !('=' | ':=') -> at a "cannot assign to % here. Maybe you meant '==' instead of '='?"
invalid_assignment: a=invalid_ann_assign_target ':' expression -> at a "only single target (not %) can be annotated" | a=star_named_expression ',' star_named_expression_comma* ':' expression -> at a "only single target (not tuple) can be annotated" | a=expression ':' expression -> at a "illegal target for annotation" | (star_targets '=')* a=star_expressions '=' -> target star a | (star_targets '=')* a=yield_expr '=' -> at a "assignment to yield expression not possible" | a=star_expressions augassign (yield_expr | star_expressions) -> at a "'%' is an illegal expression for augmented assignment"
star_named_expression_comma: star_named_expressions
invalid_ann_assign_target: list | tuple | '(' invalid_ann_assign_target ')' => .2
invalid_del_stmt: 'del' a=star_expressions -> target del a
invalid_block: NEWLINE !INDENT -> indent "expected an indented block"
invalid_comprehension: ('[' | '(' | '{') a=starred_expression for_if_clauses -> at a "iterable unpacking cannot be used in comprehension" | ('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses -> call comprehensionTarget | ('[' | '{') a=star_named_expression b=',' for_if_clauses -> range a b "did you forget parentheses around the comprehension target?"
invalid_dict_comprehension: '{' a='**' bitwise_or for_if_clauses '}' -> at a "dict unpacking cannot be used in dict comprehension"
invalid_parameters: param_no_default* invalid_parameters_helper a=param_no_default -> at a "non-default argument follows default argument" | param_no_default* a='(' param_no_default+ ','? b=')' -> range a b "Function parameters cannot be parenthesized" | a='/' ',' -> at a "at least one argument must precede /" | (slash_no_default | slash_with_default) param_maybe_default* a='/' -> at a "/ may appear only once" | (slash_no_default | slash_with_default)? param_maybe_default* '*' (',' | param_no_default) param_maybe_default* a='/' -> at a "/ must be ahead of *" | param_maybe_default+ '/' a='*' -> at a "expected comma between / and *"
invalid_parameters_helper: slash_with_default | param_with_default+
invalid_default: a='=' &(')' | ',') -> at a "expected default value expression"
invalid_star_etc: a='*' (')' | ',' (')' | '**')) -> at a "named arguments must follow bare *" | '*' ',' TYPE -> last "bare * has associated type comment" | '*' param a='=' -> at a "var-positional argument cannot have default value" | '*' (param_no_default | ',') param_maybe_default* a='*' (param_no_default | ',') -> at a "* argument may appear only once"
invalid_kwds: '**' param a='=' -> at a "var-keyword argument cannot have default value" | '**' param ',' a=param -> at a "arguments cannot follow var-keyword argument" | '**' param ',' a=('*' | '**' | '/') -> at a "arguments cannot follow var-keyword argument"
invalid_lambda_parameters: lambda_param_no_default* invalid_lambda_parameters_helper a=lambda_param_no_default -> at a "non-default argument follows default argument" | lambda_param_no_default* a='(' [',':NAME] ','? b=')' -> range a b "Lambda expression parameters cannot be parenthesized" | a='/' ',' -> at a "at least one argument must precede /" | (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* a='/' -> at a "/ may appear only once" | (lambda_slash_no_default | lambda_slash_with_default)? lambda_param_maybe_default* '*' (',' | lambda_param_no_default) lambda_param_maybe_default* a='/' -> at a "/ must be ahead of *" | lambda_param_maybe_default+ '/' a='*' -> at a "expected comma between / and *"
invalid_lambda_parameters_helper: lambda_slash_with_default | lambda_param_with_default+
invalid_lambda_star_etc: '*' (':' | ',' (':' | '**')) -> last "named arguments must follow bare *" | '*' NAME a='=' -> at a "var-positional argument cannot have default value" | '*' (lambda_param_no_default | ',') lambda_param_maybe_default* a='*' (lambda_param_no_default | ',') -> at a "* argument may appear only once"
invalid_lambda_kwds: '**' NAME a='=' -> at a "var-keyword argument cannot have default value" | '**' NAME ',' a=NAME -> at a "arguments cannot follow var-keyword argument" | '**' NAME ',' a=('*' | '**' | '/') -> at a "arguments cannot follow var-keyword argument"
invalid_with_item: expression 'as' a=expression &(',' | ')' | ':') -> target star a
invalid_for_target: 'async'? 'for' a=star_expressions -> target for a
invalid_group: '(' a=starred_expression ')' -> at a "cannot use starred expression here" | '(' a='**' expression ')' -> at a "cannot use double starred expression here"
invalid_import_from_targets: import_from_as_names ',' NEWLINE -> last "trailing comma not allowed without surrounding parentheses"
invalid_with_stmt: 'async'? 'with' [',':with_plain_item] NEWLINE -> last "expected ':'" | 'async'? 'with' '(' [',':with_group_item] ','? ')' NEWLINE -> last "expected ':'"
with_plain_item: expression ('as' star_target)?
with_group_item: expressions ('as' star_target)?
invalid_with_stmt_indent: 'async'? a='with' [',':with_plain_item] ':' NEWLINE !INDENT -> indent a "expected an indented block after 'with' statement" | 'async'? a='with' '(' [',':with_group_item] ','? ')' ':' NEWLINE !INDENT -> indent a "expected an indented block after 'with' statement"
invalid_try_stmt: a='try' ':' NEWLINE !INDENT -> indent a "expected an indented block after 'try' statement" | 'try' ':' block !('except' | 'finally') -> last "expected 'except' or 'finally' block" | 'try' ':' block* except_block+ a='except' b='*' expression ('as' NAME)? ':' -> range a b "cannot have both 'except' and 'except*' on the same 'try'" | 'try' ':' block* except_star_block+ a='except' (expression ('as' NAME)?)? ':' -> at a "cannot have both 'except' and 'except*' on the same 'try'"
invalid_except_stmt: 'except' '*'? a=expression ',' expressions ('as' NAME)? ':' -> from a "multiple exception types must be parenthesized" | 'except' '*'? expression ('as' NAME)? NEWLINE -> last "expected ':'" | 'except' NEWLINE -> last "expected ':'" | 'except' '*' (NEWLINE | ':') -> last "expected one or more exception types"
invalid_finally_stmt: a='finally' ':' NEWLINE !INDENT -> indent a "expected an indented block after 'finally' statement"
invalid_except_stmt_indent: a='except' expression ('as' NAME)? ':' NEWLINE !INDENT -> indent a "expected an indented block after 'except' statement" | a='except' ':' NEWLINE !INDENT -> indent a "expected an indented block after 'except' statement"
invalid_except_star_stmt_indent: a='except' '*' expression ('as' NAME)? ':' NEWLINE !INDENT -> indent a "expected an indented block after 'except*' statement"
invalid_match_stmt: "match" subject_expr NEWLINE -> last "expected ':'" | a="match" subject_expr ':' NEWLINE !INDENT -> indent a "expected an indented block after 'match' statement"
invalid_case_block: "case" patterns guard? NEWLINE -> last "expected ':'" | a="case" patterns guard? ':' NEWLINE !INDENT -> indent a "expected an indented block after 'case' statement"
invalid_as_pattern: or_pattern 'as' a="_" -> at a "cannot use '_' as a target" | or_pattern 'as' !NAME a=expression -> at a "invalid pattern target"
invalid_class_pattern: name_or_attr '(' a=invalid_class_argument_pattern -> at a "positional patterns follow keyword patterns"
invalid_class_argument_pattern: (positional_patterns ',')? keyword_patterns ',' positional_patterns => .4
invalid_if_stmt: 'if' named_expression NEWLINE -> last "expected ':'" | a='if' named_expression ':' NEWLINE !INDENT -> indent a "expected an indented block after 'if' statement"
invalid_elif_stmt: 'elif' named_expression NEWLINE -> last "expected ':'" | a='elif' named_expression ':' NEWLINE !INDENT -> indent a "expected an indented block after 'elif' statement"
invalid_else_stmt: a='else' ':' NEWLINE !INDENT -> indent a "expected an indented block after 'else' statement"
invalid_while_stmt: 'while' named_expression NEWLINE -> last "expected ':'" | a='while' named_expression ':' NEWLINE !INDENT -> indent a "expected an indented block after 'while' statement"
invalid_for_stmt: 'async'? 'for' star_targets 'in' star_expressions NEWLINE -> last "expected ':'" | 'async'? a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT -> indent a "expected an indented block after 'for' statement"
invalid_def_raw: 'async'? a='def' NAME '(' params? ')' ('->' expression)? ':' NEWLINE !INDENT -> indent a "expected an indented block after function definition"
invalid_class_def_raw: 'class' NAME ('(' arguments? ')')? NEWLINE -> last "expected ':'" | a='class' NAME ('(' arguments? ')')? ':' NEWLINE !INDENT -> indent a "expected an indented block after class definition"
invalid_double_starred_kvpairs: [',':double_starred_kvpair] ',' invalid_kvpair | expression ':' a='*' bitwise_or -> from a "cannot use a starred expression in a dictionary value" | expression a=':' &('}' | ',') -> at a "expression expected after dictionary key and ':'"
invalid_kvpair: a=expression !':' -> call dictionaryKey | expression ':' a='*' bitwise_or -> from a "cannot use a starred expression in a dictionary value" | expression a=':' &('}' | ',') -> at a "expression expected after dictionary key and ':'"
strings*: STRING -> call strings
"""
