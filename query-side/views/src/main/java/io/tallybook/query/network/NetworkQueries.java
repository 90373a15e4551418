package io.tallybook.query.network;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PointId;
import java.util.List;
import java.util.Optional;

/** What is measured where. */
public interface NetworkQueries {
    /** Every network by id; ≤ 256. */
    List<NetworkView> networks();

    Optional<NetworkView> network(NetworkId network);

    /** The network closed by this group. */
    Optional<NetworkView> network(CloseGroup group);

    /** The areas of a network by id; ≤ 256. */
    List<AreaView> areas(NetworkId network);

    Optional<AreaView> area(AreaId area);

    /** The points on an area's roster by id; ≤ 256. */
    List<PointView> points(AreaId area);

    /** The points of every area of a network, by id. */
    List<PointView> points(NetworkId network);

    /** A point, also one that no area's roster holds yet. */
    Optional<PointView> point(PointId point);
}
