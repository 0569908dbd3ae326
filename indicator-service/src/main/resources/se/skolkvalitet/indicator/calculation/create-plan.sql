create temporary table planned_scope (scope int, school_form text, grades int[], by_source boolean) on commit drop;
create temporary table planned_series (
    series int, scope int, measure text, school_form text, sex text, grade text, programme text
) on commit drop;
create temporary table planned_weighing (weighing int, series int, latest boolean) on commit drop;
create temporary table planned_part (step int, kind text, series int, weighing int, inner_step boolean) on commit drop;
create temporary table planned_combination (
    step int, round int, kind text, first int, first_number numeric, first_of_pupils boolean,
    second int, second_number numeric, second_of_pupils boolean, per numeric
) on commit drop;
create temporary table planned_spread (step int, round int, of_step int, scope int, weighing int) on commit drop;
create temporary table planned_value (
    wanted int, step int, indicator text, school_form text, sex text, decimals int, comparable boolean
) on commit drop;
create temporary table planned_use (wanted int, series int, all_periods boolean) on commit drop;
-- Values that are made of the same figures of pupils, or of such as tell of each other.
create temporary table planned_family (family int, key text, wanted int) on commit drop;
create temporary table planned_sum (family int, step int, name text) on commit drop;
create temporary table planned_definition (indicator text, school_form text, definition text) on commit drop;
-- Of what is wanted, what is not taken over from an earlier calculation; a period of null stands for all.
create temporary table touched (wanted int, period text) on commit drop;
create temporary table result (
    step int not null,
    level text not null,
    area int not null,
    period text not null,
    value numeric,
    -- What it would be, were it not withheld.
    concealed numeric,
    low numeric,
    high numeric,
    -- Of a value that is one sum by another.
    dividend numeric,
    divisor numeric,
    status text not null,
    reason text,
    coverage numeric,
    rounded_share numeric,
    estimate numeric,
    units int not null,
    units_with_value int not null,
    -- Whether it rests on a figure that the source tells of the area itself.
    is_own boolean not null default false
) on commit drop;
-- What is added up of the units of an area for a step.
create temporary table added (
    step int, area int, period text,
    -- By how much observations make the population another than the register does.
    more_units bigint, more_weighted bigint, more_weight numeric,
    withheld bigint, withdrawn bigint, figures bigint, rounded bigint,
    -- Of sums of rounded figures, by how much the sums of their bounds are less and more.
    total numeric, low numeric, high numeric,
    weighted bigint, weight numeric, rounded_weight numeric,
    product numeric, low_product numeric, high_product numeric, unbounded bigint, square numeric
) on commit drop;
