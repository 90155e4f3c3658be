-- Whoever signs a line is asked whether they are who they say (hands_are_ones_own), and since persons are merged that also
-- asks whether a person is moving. A visitor, who may put one request into the queue and nothing else, is asked too.
grant execute on function person_is_moving() to alongside_visitor;
