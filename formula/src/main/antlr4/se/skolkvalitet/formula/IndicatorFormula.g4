/*
 * The indicator formula language. docs/formulas.md explains each form with an example.
 */
grammar IndicatorFormula;

formula : expression EOF ;

expression
    : 'reported' '(' MEASURE ')'                                        # reported
    | 'sum' '(' MEASURE ')'                                             # sum
    | 'mean' '(' MEASURE 'weight' MEASURE LATEST? ')'                   # mean
    | 'ratio' '(' MEASURE ',' MEASURE ('per' NUMBER)? ')'               # ratio
    | 'difference' '(' expression ',' expression ')'                    # difference
    ;

LATEST  : 'latest' ;
MEASURE : [a-z] [a-z0-9]* '.' [a-z0-9]+ ('-' [a-z0-9]+)* ;
NUMBER  : [0-9]+ ;
SPACE   : [ \t\r\n]+ -> skip ;
